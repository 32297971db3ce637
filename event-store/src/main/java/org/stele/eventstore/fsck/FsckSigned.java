package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.log.ChainHead;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.ledger.note.NoteKey;

/** FsckSigned is the chain of what was signed, held against the rows that it means and against what was kept of it. */
final class FsckSigned {

    private final Connection connection;
    private long chained;

    FsckSigned(Connection connection) {
        this.connection = connection;
    }

    /** Rows of the chain found sound; 0 also for a ledger that was last signed by a version without one. */
    long chained() {
        return chained;
    }

    void check(Pinned kept) throws SQLException, IntegrityViolation {
        ChainCheck check = new ChainCheck(connection);
        ChainHead end = check.whole();
        if (kept.pins() != null) {
            // Before the seal, which none of the keys can have made where the keys are gone as well.
            new PinsCheck(connection).require(kept.pins().pins(), end);
        }
        List<NoteKey> keys = TrustedKeys.read(connection).all();
        check.requireSealed(end, keys);
        if (kept.pins() != null) {
            // Pins are written before the first key is recorded, and with it anything that is signed.
            boolean isNew = end.number() == 0 && keys.isEmpty();
            IntegrityViolation.require(
                    isNew || kept.pins().isSignedBy(keys), "last-pins: none of the ledger's keys signed it");
        }
        if (kept.checkpoint() != null) {
            IntegrityViolation.require(
                    SigningKeys.isSignedBy(kept.checkpoint(), keys),
                    "last-checkpoint: none of the ledger's keys signed it");
        }
        chained = end.number() == 0 ? 0 : end.number() - end.begin() + 1;
    }
}

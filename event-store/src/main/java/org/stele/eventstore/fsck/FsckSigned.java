package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.log.ChainHead;
import org.stele.eventstore.log.TrustedKeys;
import org.stele.ledger.note.NoteKey;

/** An FsckSigned compares the chain of what was signed with the rows that it refers to and with what was pinned. */
final class FsckSigned {

    private final Connection connection;
    private long chained;

    FsckSigned(Connection connection) {
        this.connection = connection;
    }

    /** Rows of the chain found sound; 0 also for a ledger last signed by a version without a chain. */
    long chained() {
        return chained;
    }

    void check(Pinned kept) throws SQLException, IntegrityViolation {
        ChainCheck check = new ChainCheck(connection);
        ChainHead end = check.whole();
        if (kept.pins() != null) {
            // Before the seal: if the keys were deleted, no key could have made the seal.
            new PinsCheck(connection).require(kept.pins().pins(), end);
        }
        List<NoteKey> keys = TrustedKeys.read(connection).all();
        check.requireSealed(end, keys);
        if (kept.pins() != null) {
            // Pins are written before the first key is recorded, and so before anything is signed.
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

package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.home.Pins;
import org.stele.eventstore.home.Pins.Pin;
import org.stele.eventstore.log.ChainHead;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRows;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.StatesRows;
import org.stele.ledger.Hash;
import org.stele.ledger.note.SignedCheckpoint;

/** A PinsCheck compares what was signed, as the tables have it, with the pins kept outside the database. */
public final class PinsCheck {

    private final Connection connection;

    public PinsCheck(Connection connection) {
        this.connection = connection;
    }

    /**
     * Requires that nothing is missing and nothing was changed.
     *
     * @param end of the chain, which was found sound in itself
     */
    public void require(Pins pins, ChainHead end) throws SQLException, IntegrityViolation {
        requireCheckpoint(pins.ledger());
        requireStates(pins.states());
        requireChain(pins.chain(), end);
    }

    /** The pin is written after the checkpoint was recorded, so the checkpoint must be there. */
    public void requireCheckpoint(Pin pin) throws SQLException, IntegrityViolation {
        if (pin.size() == 0) {
            return;
        }
        String name = "checkpoint (ledger, size " + pin.size() + "): ";
        SignedCheckpoint signed = new CheckpointRows(connection, Log.LEDGER).at(pin.size());
        if (signed == null) {
            throw new IntegrityViolation(name + "the row is missing that was kept outside the database");
        }
        Hash root = signed.checkpoint().root();
        IntegrityViolation.require(
                root.equals(pin.hash()),
                name + "it is of the root " + root.hex() + ", but one of "
                        + pin.hash().hex() + " was kept outside the database");
    }

    private void requireStates(Pin pin) throws SQLException, IntegrityViolation {
        StatesRows rows = new StatesRows(connection);
        Long missing = rows.missing(pin.size());
        IntegrityViolation.require(
                missing == null,
                "state_heads (index " + missing + "): the row is missing; " + pin.size()
                        + " were there when that was kept outside the database");
        Hash root = rows.tree(pin.size()).root();
        IntegrityViolation.require(
                root.equals(pin.hash()),
                "state_heads (index " + (pin.size() - 1) + "): the root up to here is " + root.hex() + ", but "
                        + pin.hash().hex() + " was kept outside the database");
    }

    private void requireChain(Pin pin, ChainHead end) throws SQLException, IntegrityViolation {
        if (pin.size() == 0) {
            return;
        }
        IntegrityViolation.require(
                end.number() >= pin.size(),
                ChainRow.place(end.number() + 1) + "the row is missing; " + pin.size()
                        + " were there when that was kept outside the database");
        IntegrityViolation.require(
                end.begin() <= pin.size(),
                ChainRow.place(end.begin()) + "the chain begins anew after number " + pin.size()
                        + ", which was kept outside the database; where an operator gave his word, every node needs it");
        ChainRow row = new ChainRows(connection).at(pin.size());
        IntegrityViolation.require(
                row != null && row.content().equals(pin.hash()),
                ChainRow.place(pin.size()) + "it is not the row that was kept outside the database");
    }
}

package org.stele.eventstore.append;

import java.sql.SQLException;
import java.time.Instant;

/**
 * A Store is where one node writes its ledger. After any exception but {@link StaleWriterState} a session or lookups must be closed
 * and opened anew: what they remembered may be wrong.
 */
public interface Store {

    Session openSession() throws SQLException;

    Lookups openLookups() throws SQLException;

    /** Whether an error is about a value or a key that was sent; not about a connection, nor of another writer's being first. */
    boolean refusesData(SQLException e);

    /**
     * An Opening is what a session finds when its turn begins.
     *
     * @param holdsAnchor whether the event that this node saw committed last is there
     */
    record Opening(Instant now, boolean holdsAnchor) {}

    /** A Session writes. Of all sessions of all nodes, one has its turn; it ends with the transaction. */
    interface Session extends AutoCloseable {

        /** Begins a turn: nobody else writes until it ends. */
        Opening begin(LastCommitted anchor) throws SQLException;

        /** What must be known to write the next event. Within a turn. */
        WriterState tip() throws SQLException;

        /** Within a turn. */
        Lookups lookups();

        /** Writes a batch and ends the turn. Within a turn. */
        void write(Batch batch) throws SQLException, CommitInDoubt;

        /**
         * Ends the turn, in which nothing was written, when all that was found in it is as safe as what is written: a command
         * that is answered by the receipt of its first time must not outlive that receipt. Within a turn.
         */
        void confirm() throws SQLException, CommitInDoubt;

        /**
         * Writes a batch in a turn of its own, provided that the ledger ends where the batch begins.
         *
         * @return the database's time while it wrote
         */
        Instant append(Batch batch) throws SQLException, CommitInDoubt, StaleWriterState;

        /**
         * Whether a batch was committed after all, and is as safe as any other. Waits for a transaction that may still be at
         * it.
         */
        boolean holds(Batch batch) throws SQLException, CommitInDoubt;

        @Override
        void close();
    }
}

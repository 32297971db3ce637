package org.stele.eventstore.append;

import java.sql.SQLException;
import java.time.Instant;

/**
 * A Store is where one node writes its ledger. After any exception except {@link StaleWriterState} a session or lookups
 * must be closed and opened again: their cached state may be wrong.
 */
public interface Store {

    Session openSession() throws SQLException;

    Lookups openLookups() throws SQLException;

    /**
     * Whether an error is about a value or a key that was sent, and neither about the connection nor about another
     * writer.
     */
    boolean refusesData(SQLException e);

    /**
     * An Opening is the state that a session finds when its turn begins.
     *
     * @param holdsLastCommitted whether the event that this node last saw committed is there
     */
    record Opening(Instant now, boolean holdsLastCommitted) {}

    /** A Session writes. One session of all nodes has the turn; the turn ends with the transaction. */
    interface Session extends AutoCloseable {

        /** Begins a turn: nobody else writes until it ends. */
        Opening begin(LastCommitted lastCommitted) throws SQLException;

        /** What must be known to write the next event. Within a turn. */
        WriterState writerState() throws SQLException;

        /** Within a turn. */
        Lookups lookups();

        /** Writes a batch and ends the turn. Within a turn. */
        void write(Batch batch) throws SQLException, CommitInDoubt;

        /**
         * Ends a turn in which nothing was written, once everything read in it is as durable as a write: a command may
         * be answered with an earlier receipt only if that receipt cannot be lost. Within a turn.
         */
        void confirm() throws SQLException, CommitInDoubt;

        /**
         * Writes a batch in its own turn, provided that the ledger ends where the batch begins.
         *
         * @return the database's time while it wrote
         */
        Instant append(Batch batch) throws SQLException, CommitInDoubt, StaleWriterState;

        /** Whether a batch was committed after all, and durably. Waits for a transaction that may still be running. */
        boolean holds(Batch batch) throws SQLException, CommitInDoubt;

        @Override
        void close();
    }
}

package org.stele.benchmarks;

import java.sql.SQLException;

/** A Contestant is a way to record commands durably. Many threads append to it at once. */
interface Contestant extends AutoCloseable {

    /** Records the events of a command, whole, and returns when they are durable. */
    void append(Attestations.Command command);

    /** The position up to which a submitter may say that it has seen the ledger, where there is one. */
    default long seen() {
        return 0;
    }

    /** How many events are in the database, counted there. */
    long recorded() throws SQLException;

    @Override
    void close();
}

package org.stele.benchmarks;

import java.sql.SQLException;

/** A Contestant is a way to record commands durably. Many threads append to it concurrently. */
interface Contestant extends AutoCloseable {

    /** Records the events of a command atomically, and returns when they are durable. */
    void append(Attestations.Command command);

    /** The position that a submitter may use as its marker, where there is one. */
    default long seen() {
        return 0;
    }

    /** The number of events in the database, counted there. */
    long recorded() throws SQLException;

    @Override
    void close();
}

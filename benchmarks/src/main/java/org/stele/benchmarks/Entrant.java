package org.stele.benchmarks;

import java.sql.SQLException;

/** An Entrant takes part in the comparison of appends, in the order of the report. */
enum Entrant {
    STELE("Stele"),
    ROW_LOCK("Row lock"),
    GAPPY("Gappy sequence"),
    AXON_5("Axon 5.0.1 JPA"),
    AXON_4("Axon 4.13 JDBC");

    private final String title;

    Entrant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * Opens it on an empty database.
     *
     * @param connections of its pool
     */
    Contestant open(LedgerDatabase database, ReadyRows rows, int connections) throws SQLException {
        return switch (this) {
            case STELE -> new SteleContestant(database);
            case ROW_LOCK -> RowContestant.behindRowLock(database, rows, connections);
            case GAPPY -> RowContestant.withGaps(database, rows, connections);
            case AXON_5 -> new Axon5Contestant(database, connections);
            case AXON_4 -> new Axon4Contestant(database, connections);
        };
    }
}

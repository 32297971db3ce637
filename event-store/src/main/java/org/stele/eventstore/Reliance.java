package org.stele.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/** A Reliance examines what a connection relies on before it writes. */
interface Reliance {

    /**
     * Examines all of it.
     *
     * @return under what the connection may commit from now on
     * @throws LedgerUnavailable where something is not as it must be
     */
    Circumstances examine(Connection connection) throws SQLException;
}

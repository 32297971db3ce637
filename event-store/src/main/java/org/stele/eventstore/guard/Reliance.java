package org.stele.eventstore.guard;

import java.sql.Connection;
import java.sql.SQLException;
import org.stele.eventstore.jdbc.Circumstances;

/** A Reliance examines what a connection relies on before it writes. */
public interface Reliance {

    /**
     * Examines all of it.
     *
     * @return the circumstances under which the connection may commit from now on
     * @throws LedgerUnavailable where something is not as required
     */
    Circumstances examine(Connection connection) throws SQLException;
}

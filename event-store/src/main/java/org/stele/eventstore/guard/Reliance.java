package org.stele.eventstore.guard;

import java.sql.Connection;
import java.sql.SQLException;
import org.stele.eventstore.jdbc.CommitConditions;

/** A Reliance examines what a connection relies on before it writes. */
public interface Reliance {

    /**
     * Examines all of it.
     *
     * @return the conditions under which the connection may commit from now on
     * @throws LedgerUnavailable where something is not as required
     */
    CommitConditions examine(Connection connection) throws SQLException;
}

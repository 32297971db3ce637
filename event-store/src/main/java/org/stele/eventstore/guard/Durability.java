package org.stele.eventstore.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.stele.eventstore.jdbc.Query;

/**
 * A Durability says whether a server without fsync or full_page_writes is refused. That synchronous_commit is on at each commit is
 * required by {@link org.stele.eventstore.jdbc.CommitConditions}.
 */
public enum Durability {
    /** fsync and full_page_writes must be on, or nothing is recorded. */
    REQUIRED,
    /** For tests, whose databases are temporary. */
    WAIVED;

    /** The property that {@code waived} waives it with; only tests set it. */
    public static final String PROPERTY = "stele.durability";

    private static final String OFF = """
            SELECT pg_catalog.concat(name, ' is ', setting) AS off
            FROM (SELECT name, pg_catalog.current_setting(name) AS setting
                FROM (VALUES ('fsync'), ('full_page_writes')) AS asked (name)) now
            WHERE setting <> 'on' ORDER BY name LIMIT 2
            """;

    /** As this process was configured; required by default. */
    public static Durability configured() {
        return "waived".equals(System.getProperty(PROPERTY)) ? WAIVED : REQUIRED;
    }

    /** Refuses a database that could lose what it has confirmed. */
    public void require(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<String> off = off(connection);
            if (!off.isEmpty()) {
                throw new UnsafeDatabase(off);
            }
        }
    }

    /** The settings that risk a confirmed commit; none where durability is waived. */
    List<String> off(Connection connection) throws SQLException {
        return this == WAIVED ? List.of() : Query.list(connection, OFF, statement -> {}, row -> row.getString("off"));
    }
}

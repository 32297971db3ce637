package org.stele.eventstore.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.stele.eventstore.jdbc.Query;

/** Durability is what of a database's settings makes a commit outlast a crash of its machine. */
public enum Durability {
    /** fsync and full_page_writes are on, or nothing is recorded. */
    REQUIRED,
    /** For tests, whose databases end with them. */
    WAIVED;

    /** {@code waived} waives it; set by tests alone, as a property of the Java virtual machine. */
    public static final String PROPERTY = "stele.durability";

    private static final String OFF = """
            SELECT pg_catalog.concat(name, ' is ', setting) AS off
            FROM (SELECT name, pg_catalog.current_setting(name) AS setting
                FROM (VALUES ('fsync'), ('full_page_writes')) AS asked (name)) now
            WHERE setting <> 'on' ORDER BY name LIMIT 2
            """;

    /** As this process was told; required unless it was told otherwise. */
    public static Durability configured() {
        return "waived".equals(System.getProperty(PROPERTY)) ? WAIVED : REQUIRED;
    }

    /** Refuses a database that would lose what it has confirmed. */
    public void require(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<String> off = off(connection);
            if (!off.isEmpty()) {
                throw new UnsafeDatabase(off);
            }
        }
    }

    /** The settings under which a crash may take what was confirmed; none where nobody cares. */
    List<String> off(Connection connection) throws SQLException {
        return this == WAIVED ? List.of() : Query.list(connection, OFF, statement -> {}, row -> row.getString("off"));
    }
}

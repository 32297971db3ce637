package org.stele.eventstore.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.stele.eventstore.jdbc.Query;

/**
 * LedgerRoles are the three PostgreSQL roles of the ledger and their passwords: one migrates, one appends, one reads.
 *
 * @param ownerPassword of {@link #OWNER}, used by migrations only
 */
public record LedgerRoles(String ownerPassword, String commandPassword, String queryPassword) {

    public static final String OWNER = "stele_owner";
    public static final String COMMAND = "stele_command";
    public static final String QUERY = "stele_query";

    /** Creates the missing roles and rights on this database, and sets the passwords. May be repeated. */
    public void create(DataSource superuser) throws SQLException {
        try (Connection connection = superuser.getConnection()) {
            createRole(connection, OWNER, ownerPassword);
            createRole(connection, COMMAND, commandPassword);
            createRole(connection, QUERY, queryPassword);
            grantDatabase(connection);
        }
    }

    private static void createRole(Connection connection, String role, String password) throws SQLException {
        boolean exists = !Query.list(
                        connection,
                        "SELECT 1 FROM pg_roles WHERE rolname = ? LIMIT 1",
                        statement -> statement.setString(1, role),
                        row -> row.getInt(1))
                .isEmpty();
        try (var statement = connection.createStatement()) {
            if (!exists) {
                statement.execute("CREATE ROLE " + role);
            }
            statement.execute(
                    "ALTER ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS");
        }
        // The driver hashes the password, so that it appears in no statement log.
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static void grantDatabase(Connection connection) throws SQLException {
        String database = connection.unwrap(PGConnection.class).escapeIdentifier(connection.getCatalog());
        try (var statement = connection.createStatement()) {
            for (String sql : List.of(
                    "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
                    "GRANT CONNECT, CREATE ON DATABASE " + database + " TO " + OWNER,
                    "GRANT CONNECT ON DATABASE " + database + " TO " + COMMAND,
                    // The query side owns its read tables: it creates the schema "query" itself.
                    "GRANT CONNECT, CREATE ON DATABASE " + database + " TO " + QUERY,
                    "REVOKE CREATE ON SCHEMA public FROM PUBLIC")) {
                statement.execute(sql);
            }
        }
    }
}

package org.stele.eventstore.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.stele.eventstore.jdbc.Query;

/**
 * LedgerRoles are the PostgreSQL roles of the ledger and their passwords: one migrates, one appends, one serves readers and reads no
 * body, one reads bodies for the one class that gives them out, and one folds the read tables.
 *
 * @param ownerPassword of {@link #OWNER}, used by migrations only
 * @param bodiesPassword of {@link #BODIES}; null, with that of the projection, where {@link #QUERY} does the work of the last two
 */
public record LedgerRoles(
        String ownerPassword,
        String commandPassword,
        String queryPassword,
        @Nullable String bodiesPassword,
        @Nullable String projectionPassword) {

    public static final String OWNER = "stele_owner";
    public static final String COMMAND = "stele_command";
    public static final String QUERY = "stele_query";
    public static final String BODIES = "stele_bodies";
    public static final String PROJECTION = "stele_projection";

    public LedgerRoles {
        if ((bodiesPassword == null) != (projectionPassword == null)) {
            throw new IllegalArgumentException("The roles for bodies and for the projection are made together or not.");
        }
    }

    /** Creates the missing roles and rights on this database, and sets the passwords. May be repeated. */
    public void create(DataSource superuser) throws SQLException {
        try (Connection connection = superuser.getConnection()) {
            createRole(connection, OWNER, ownerPassword);
            createRole(connection, COMMAND, commandPassword);
            createRole(connection, QUERY, queryPassword);
            if (bodiesPassword != null && projectionPassword != null) {
                createRole(connection, BODIES, bodiesPassword);
                createRole(connection, PROJECTION, projectionPassword);
            }
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

    private void grantDatabase(Connection connection) throws SQLException {
        String database = connection.unwrap(PGConnection.class).escapeIdentifier(connection.getCatalog());
        List<String> grants = new ArrayList<>(List.of(
                "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
                "GRANT CONNECT, CREATE ON DATABASE " + database + " TO " + OWNER,
                "GRANT CONNECT ON DATABASE " + database + " TO " + COMMAND + ", " + QUERY,
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC"));
        // Whoever projects owns the read tables, and creates the schema "query" itself.
        if (projectionPassword == null) {
            grants.add("GRANT CREATE ON DATABASE " + database + " TO " + QUERY);
        } else {
            grants.add("GRANT CONNECT ON DATABASE " + database + " TO " + BODIES);
            grants.add("GRANT CONNECT, CREATE ON DATABASE " + database + " TO " + PROJECTION);
            grants.add("REVOKE CREATE ON DATABASE " + database + " FROM " + QUERY);
        }
        try (var statement = connection.createStatement()) {
            for (String sql : grants) {
                statement.execute(sql);
            }
        }
    }
}

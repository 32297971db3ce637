package org.stele.eventstore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.stele.eventstore.guard.Durability;
import org.stele.eventstore.schema.LedgerMigration;
import org.stele.eventstore.schema.LedgerRoles;

/**
 * A TestDatabase is a fresh, migrated ledger on a real PostgreSQL, which starts once a JVM and does not sync to disk. It ends
 * with the JVM.
 */
public final class TestDatabase {

    private static final LedgerRoles ROLES =
            new LedgerRoles("owner-secret", "command-secret", "query-secret", "bodies-secret", "projection-secret");

    private final EmbeddedPostgres server;
    private final String name;

    private TestDatabase(EmbeddedPostgres server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The server of this JVM, started when it is first needed. */
    private static final class Server {
        private static final EmbeddedPostgres SHARED = start();

        private static EmbeddedPostgres start() {
            System.setProperty(Durability.PROPERTY, "waived");
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "900")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }

    public static TestDatabase create() {
        return create(Server.SHARED);
    }

    /** One on a server that no other test has: its roles and settings may be changed. It runs until this JVM ends. */
    public static TestDatabase createOnServerOfItsOwn() {
        return create(Server.start());
    }

    private static TestDatabase create(EmbeddedPostgres server) {
        TestDatabase database = createFrom(server, "template1");
        LedgerMigration.migrate(database.owner());
        return database;
    }

    /** A copy with all its rows. Nobody may be connected to the original. */
    public TestDatabase copy() {
        return createFrom(server, name);
    }

    /** Gives its space back. */
    public void drop() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    /** One after another: the roles are those of the whole server. */
    private static synchronized TestDatabase createFrom(EmbeddedPostgres server, String template) {
        TestDatabase database = new TestDatabase(
                server, "ledger_" + UUID.randomUUID().toString().replace("-", ""));
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database.name + " TEMPLATE " + template);
            ROLES.create(database.superuser());
        } catch (SQLException e) {
            throw new IllegalStateException("The test database cannot be created", e);
        }
        return database;
    }

    public DataSource superuser() {
        return dataSource("postgres", "postgres");
    }

    public DataSource owner() {
        return dataSource(LedgerRoles.OWNER, ROLES.ownerPassword());
    }

    public DataSource command() {
        return dataSource(LedgerRoles.COMMAND, ROLES.commandPassword());
    }

    /** Of the role that serves, and reads no body. */
    public DataSource query() {
        return dataSource(LedgerRoles.QUERY, ROLES.queryPassword());
    }

    /** Of the role that reads bodies. */
    public DataSource bodies() {
        return dataSource(LedgerRoles.BODIES, "bodies-secret");
    }

    /** Of the role that reads all and owns the read tables. */
    public DataSource projection() {
        return dataSource(LedgerRoles.PROJECTION, "projection-secret");
    }

    /** For code that wants an address, such as an application under test. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    }

    public LedgerRoles roles() {
        return ROLES;
    }

    /** Runs statements as the superuser. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = superuser().getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private DataSource dataSource(String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl());
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }
}

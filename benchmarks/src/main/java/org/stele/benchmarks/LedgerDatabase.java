package org.stele.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.stele.eventstore.Fsck;
import org.stele.eventstore.FsckReport;
import org.stele.eventstore.LedgerMigration;
import org.stele.eventstore.LedgerRoles;

/** A LedgerDatabase is an empty ledger, made for one timed run and dropped after it. */
final class LedgerDatabase implements AutoCloseable {

    static final String STATE_TAG = "memberState";

    private static final LedgerRoles ROLES = new LedgerRoles("owner", "command", "query");

    private final DurableServer server;
    private final String name;

    private LedgerDatabase(DurableServer server, String name) {
        this.server = server;
        this.name = name;
    }

    static LedgerDatabase create(DurableServer server, String name) throws SQLException {
        LedgerDatabase database = new LedgerDatabase(server, name);
        server.execute("CREATE DATABASE " + name);
        ROLES.create(database.dataSource("postgres", "postgres"));
        LedgerMigration.migrate(database.dataSource(LedgerRoles.OWNER, ROLES.ownerPassword()));
        server.execute("CHECKPOINT");
        return database;
    }

    /** Of the role that appends; each connection is a new one. */
    DataSource command() {
        return dataSource(LedgerRoles.COMMAND, ROLES.commandPassword());
    }

    /** Of the role that reads; each connection is a new one. */
    DataSource query() {
        return dataSource(LedgerRoles.QUERY, ROLES.queryPassword());
    }

    /** Runs a statement as the superuser, outside any transaction. */
    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource("postgres", "postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Reads everything back; a run that did not record what it should have is no measurement. */
    void requireSound(long events, long commands) {
        FsckReport report = new Fsck(query(), STATE_TAG).run(position -> {});
        if (!report.sound() || report.events() != events || report.commands() != commands) {
            throw new IllegalStateException("Expected a sound ledger of " + events + " events and " + commands
                    + " commands, but found: " + report.text());
        }
    }

    private DataSource dataSource(String user, String password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://localhost:" + server.port() + "/" + name);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    @Override
    public void close() throws SQLException {
        server.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
}

package org.stele.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.schema.LedgerMigration;
import org.stele.eventstore.schema.LedgerRoles;

/** A LedgerDatabase is an empty ledger, made for one timed run and dropped after it. */
final class LedgerDatabase implements AutoCloseable {

    static final StateTag STATE_TAG = new StateTag("memberState");

    private static final LedgerRoles ROLES = new LedgerRoles("owner", "command", "query", "bodies", "projection");
    private static final int READING_CONNECTIONS = 8;
    private static final String SUPERUSER = "postgres";

    /** Two thousand submitters wait for a few connections: that is measured, and is no failure. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofMinutes(5);

    private final DurableServer server;
    private final String name;

    private LedgerDatabase(DurableServer server, String name) {
        this.server = server;
        this.name = name;
    }

    static LedgerDatabase create(DurableServer server, String name) throws SQLException {
        LedgerDatabase database = new LedgerDatabase(server, name);
        server.execute("CREATE DATABASE " + name);
        ROLES.create(database.dataSource(SUPERUSER, SUPERUSER));
        LedgerMigration.migrate(database.dataSource(LedgerRoles.OWNER, ROLES.ownerPassword()));
        database.checkpoint();
        return database;
    }

    /** Of the role that appends; each connection is a new one. */
    DataSource command() {
        return dataSource(LedgerRoles.COMMAND, ROLES.commandPassword());
    }

    /** Of the role that serves; each connection is a new one. */
    DataSource query() {
        return dataSource(LedgerRoles.QUERY, ROLES.queryPassword());
    }

    /** Of the role that reads all of the ledger; each connection is a new one. */
    DataSource projection() {
        return dataSource(LedgerRoles.PROJECTION, "projection");
    }

    /** Of the role that reads bodies; each connection is a new one. */
    DataSource bodies() {
        return dataSource(LedgerRoles.BODIES, "bodies");
    }

    LedgerReader reader() {
        return new LedgerReader(projection());
    }

    /** A pool of the role that appends. */
    HikariDataSource pool(int connections, boolean autoCommit) {
        return pool(command(), connections, autoCommit);
    }

    /** A pool of the role that reads all of the ledger. */
    HikariDataSource readingPool() {
        return readingPool(projection());
    }

    HikariDataSource readingPool(DataSource role) {
        return pool(role, READING_CONNECTIONS, true);
    }

    /** A pool whose connections may make tables and do not commit by themselves. */
    HikariDataSource superuserPool(int connections) {
        return pool(dataSource(SUPERUSER, SUPERUSER), connections, false);
    }

    private static HikariDataSource pool(DataSource source, int connections, boolean autoCommit) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(connections);
        pool.setAutoCommit(autoCommit);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        return new HikariDataSource(pool);
    }

    /** Runs statements in this database as the superuser. */
    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource(SUPERUSER, SUPERUSER).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes everything to disk, so that a timed run does not pay for earlier work. */
    void checkpoint() throws SQLException {
        server.execute("CHECKPOINT");
    }

    /** The number of rows of a table. */
    long count(String table) throws SQLException {
        return number("SELECT count(*) FROM " + table);
    }

    /** The single number that a query returns. */
    long number(String sql) throws SQLException {
        try (Connection connection = dataSource(SUPERUSER, SUPERUSER).getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Checks the ledger: a run that did not record everything is not a valid measurement. */
    void requireSound(long events, long commands) {
        FsckReport report = new Fsck(projection(), STATE_TAG).run(position -> {});
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
        // As pgjdbc recommends for batches of inserts; it does not affect other statements.
        dataSource.setReWriteBatchedInserts(true);
        return dataSource;
    }

    @Override
    public void close() throws SQLException {
        server.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
}

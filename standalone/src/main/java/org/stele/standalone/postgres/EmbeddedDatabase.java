package org.stele.standalone.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The running embedded PostgreSQL and its one database, {@code stele}.
 *
 * <p>It serves only after its settings for flushing and synchronous commits were verified: an acknowledged filing must
 * survive a power cut.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String DATABASE = "stele";
    public static final String SUPERUSER = "postgres";
    private static final Map<String, String> REQUIRED_SETTINGS =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "data_checksums", "on");

    private final int port;
    private final DatabasePasswords passwords;
    /** Null where another process started the server. */
    private final @Nullable PostgresCluster cluster;

    private @Nullable PostgresWatch watch;

    private EmbeddedDatabase(int port, DatabasePasswords passwords, @Nullable PostgresCluster cluster) {
        this.port = port;
        this.passwords = passwords;
        this.cluster = cluster;
    }

    /** The files and directories of an embedded database. */
    public record Locations(Path cluster, Path binaries, Path passwords, Path log) {}

    /** Starts the server, making the database on the first start. The caller holds the lock of the home. */
    public static EmbeddedDatabase start(Locations locations) throws IOException, SQLException {
        DatabasePasswords passwords = DatabasePasswords.readOrCreate(locations.passwords());
        PostgresCluster cluster = cluster(locations);
        PostgresCluster.Running running = cluster.start(SUPERUSER, passwords.superuser());
        EmbeddedDatabase database = new EmbeddedDatabase(running.port(), passwords, cluster);
        try {
            database.requireDurable();
            database.createWhereMissing();
            database.watch = PostgresWatch.start(cluster, running, database::requireDurable);
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /** The database that another process serves from this home; closing leaves it running. */
    public static EmbeddedDatabase join(Locations locations) throws IOException {
        int port = cluster(locations)
                .runningPort()
                .orElseThrow(() -> new IOException(
                        "Another process holds this home and its database is not up yet. Try again in a moment."));
        return new EmbeddedDatabase(port, DatabasePasswords.readOrCreate(locations.passwords()), null);
    }

    private static PostgresCluster cluster(Locations locations) throws IOException {
        return new PostgresCluster(
                PostgresBinaries.unpackInto(locations.binaries()),
                locations.cluster(),
                new PostgresLog(locations.log()));
    }

    private void requireDurable() throws SQLException {
        try (Connection connection = superuser("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> required : REQUIRED_SETTINGS.entrySet()) {
                try (ResultSet row = statement.executeQuery("SHOW " + required.getKey())) {
                    if (!row.next() || !row.getString(1).equals(required.getValue())) {
                        throw new SQLException("The embedded PostgreSQL must run with %s = %s and does not."
                                .formatted(required.getKey(), required.getValue()));
                    }
                }
            }
        }
    }

    private void createWhereMissing() throws SQLException {
        try (Connection connection = superuser("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    public DatabasePasswords passwords() {
        return passwords;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, DATABASE);
    }

    /** Connections of the superuser, never used to serve. */
    DataSource superuser() {
        return superuser(DATABASE);
    }

    private DataSource superuser(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName(database);
        dataSource.setUser(SUPERUSER);
        dataSource.setPassword(passwords.superuser());
        return dataSource;
    }

    /** The state of the server, if this process monitors it. */
    public DatabaseState state() {
        return watch == null ? DatabaseState.RUNNING : watch.state();
    }

    /** Stops the server if it was started here. */
    @Override
    public void close() throws IOException {
        if (watch != null) {
            watch.close();
        }
        if (cluster != null && cluster.runningPort().isPresent()) {
            cluster.stop();
        }
    }
}

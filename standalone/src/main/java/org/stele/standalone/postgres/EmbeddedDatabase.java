package org.stele.standalone.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The running embedded PostgreSQL and its one database, {@code stele}.
 *
 * <p>Nothing is served before it has been seen to flush to disk and to commit synchronously: an acknowledged filing must
 * survive a power cut.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String DATABASE = "stele";
    public static final String SUPERUSER = "postgres";
    private static final Map<String, String> REQUIRED_SETTINGS =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "data_checksums", "on");

    private final Optional<PostgresCluster> startedHere;
    private final int port;
    private final DatabasePasswords passwords;

    private EmbeddedDatabase(Optional<PostgresCluster> startedHere, int port, DatabasePasswords passwords) {
        this.startedHere = startedHere;
        this.port = port;
        this.passwords = passwords;
    }

    /** Where an embedded database keeps what. */
    public record Locations(Path cluster, Path binaries, Path passwords, Path log) {}

    /** Starts the server, making the database on the first start. The caller holds the lock of the home. */
    public static EmbeddedDatabase start(Locations locations) throws IOException, SQLException {
        DatabasePasswords passwords = DatabasePasswords.readOrCreate(locations.passwords());
        PostgresCluster cluster = cluster(locations);
        int port = cluster.start(SUPERUSER, passwords.superuser());
        EmbeddedDatabase database = new EmbeddedDatabase(Optional.of(cluster), port, passwords);
        try {
            database.requireDurable();
            database.createWhereMissing();
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /** The database that another process is serving from here, left running on close. */
    public static EmbeddedDatabase join(Locations locations) throws IOException {
        int port = cluster(locations)
                .runningPort()
                .orElseThrow(() -> new IOException(
                        "Another process holds this home and its database is not up yet. Try again in a moment."));
        return new EmbeddedDatabase(Optional.empty(), port, DatabasePasswords.readOrCreate(locations.passwords()));
    }

    private static PostgresCluster cluster(Locations locations) throws IOException {
        return new PostgresCluster(
                PostgresBinaries.unpackInto(locations.binaries()), locations.cluster(), locations.log());
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

    /** Connections of the superuser, never to serve with. */
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

    @Override
    public void close() throws IOException {
        if (startedHere.isPresent()) {
            startedHere.get().stop();
        }
    }
}

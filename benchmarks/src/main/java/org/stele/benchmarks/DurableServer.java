package org.stele.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A DurableServer is a PostgreSQL that loses nothing it has confirmed. The library that starts it is made for tests and
 * switches durability off; here it is switched on again, and verified on the server.
 */
final class DurableServer implements AutoCloseable {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final List<String> SHOWN =
            List.of("server_version", "wal_sync_method", "shared_buffers", "max_wal_size", "checkpoint_timeout");

    private final EmbeddedPostgres postgres;

    private DurableServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static DurableServer start() throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        // Both sides start from a checkpoint, and no timed checkpoint falls on one side alone.
        EmbeddedPostgres postgres = builder.setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "1h")
                .start();
        DurableServer server = new DurableServer(postgres);
        try {
            server.requireDurable();
            return server;
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void requireDurable() throws SQLException {
        Map<String, String> settings = settings();
        for (String setting : DURABLE) {
            if (!"on".equals(settings.get(setting))) {
                throw new IllegalStateException(setting + " is " + settings.get(setting)
                        + ", not on: what this server confirms is not durable, and its figures mean nothing");
            }
        }
    }

    /** The server's settings, as it reports them. */
    Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (String setting :
                    List.of(DURABLE, SHOWN).stream().flatMap(List::stream).toList()) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    settings.put(setting, row.getString(1));
                }
            }
        }
        return settings;
    }

    /** Runs a statement as the superuser, outside any transaction. */
    void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Leaves as many files of the write-ahead log to be used again as a server has that has run for a while: one that has none
     * writes 16 MB of zeros before every 16 MB, and commits wait for it.
     */
    void recycleLog(int megabytes) throws SQLException {
        execute("SELECT pg_logical_emit_message(false, 'stele', repeat('x', 1024 * 1024)) FROM generate_series(1, %s)"
                .formatted(megabytes));
        execute("CHECKPOINT");
    }

    int port() {
        return postgres.getPort();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}

package org.stele.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A SupplyWriter copies rows into the tables of a ledger, a transaction a batch, on a thread of its own. */
final class SupplyWriter implements AutoCloseable {

    private static final String EVENTS = """
            COPY ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)
            FROM STDIN (FORMAT binary)
            """;
    private static final String RUNS =
            "COPY ledger.index_run (key, block, type, first, more) FROM STDIN (FORMAT binary)";
    private static final String TILES = "COPY ledger.merkle_tile (level, index, hashes) FROM STDIN (FORMAT binary)";
    private static final String COMMANDS = """
            COPY ledger.command (scope, command_id, request_sha256, first_position, event_count)
            FROM STDIN (FORMAT binary)
            """;

    private final Connection connection;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    private SupplyWriter(Connection connection) {
        this.connection = connection;
    }

    static SupplyWriter open(DataSource command) throws SQLException {
        Connection connection = command.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            // These events were not acknowledged to anybody: after a crash the ledger is filled again.
            statement.execute("SET synchronous_commit = off");
        }
        return new SupplyWriter(connection);
    }

    /** Hands rows over; waits for earlier ones. */
    void write(SupplyRows rows) throws SQLException {
        await();
        last = CompletableFuture.runAsync(() -> copy(rows), thread);
    }

    private void copy(SupplyRows rows) {
        try {
            copy(EVENTS, rows.events);
            copy(RUNS, rows.runs());
            copy(TILES, rows.tiles);
            copy(COMMANDS, rows.commands);
            connection.commit();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private void copy(String sql, CopyBuffer rows) throws SQLException {
        byte[] bytes = rows.finish();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    private void await() throws SQLException {
        try {
            last.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SQLException refusal ? refusal : new SQLException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            await();
        } finally {
            thread.shutdown();
            connection.close();
        }
    }
}

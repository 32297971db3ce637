package org.stele.benchmarks;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stele.benchmarks.ReadyRows.Ready;
import org.stele.eventstore.event.CommandKey;

/**
 * A RowContestant writes the rows of one command in one transaction, into the ledger's tables as they were
 * before the tag index had runs. It checks no condition,
 * links no leaf to another and writes no tiles; the rows themselves were computed before.
 */
final class RowContestant implements Contestant {

    /** One statement and so one round trip; the position of the first row is an expression. */
    private static final String INSERT = """
            WITH placed AS (
                SELECT %s AS position, given.*
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
                    WITH ORDINALITY AS given (event_id, type, tags, body, salt, leaf, leaf_hash, ordinal)),
            appended AS (
                INSERT INTO earlier.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)
                SELECT position, event_id, type, now(), tags::text[], body, salt, leaf, leaf_hash FROM placed),
            tagged AS (
                INSERT INTO earlier.event_tag (tag, position, type)
                SELECT given.tag, placed.position, placed.type
                FROM unnest(?::bigint[], ?::bigint[]) AS given (tag, ordinal) JOIN placed USING (ordinal))
            INSERT INTO earlier.command (scope, command_id, request_sha256, first_position, event_count)
            SELECT ?, ?, ?, min(position), count(*) FROM placed
            """;

    /** Lock and increment in one round trip, one less than with SELECT ... FOR UPDATE. */
    private static final String LOCK = "UPDATE ledger.counter SET last = last + ? RETURNING last - ?";

    private final LedgerDatabase database;
    private final ReadyRows rows;
    private final HikariDataSource pool;
    private final boolean locked;
    private final String insert;

    private RowContestant(LedgerDatabase database, ReadyRows rows, HikariDataSource pool, String position) {
        this.database = database;
        this.rows = rows;
        this.pool = pool;
        this.locked = !pool.isAutoCommit();
        this.insert = String.format(Locale.ROOT, INSERT, position);
    }

    /**
     * Dense positions from one row that is locked until the commit, as required where each leaf depends on the last.
     */
    static RowContestant behindRowLock(LedgerDatabase database, ReadyRows rows, int connections) throws SQLException {
        EarlierTables.create(database);
        database.execute("""
                CREATE TABLE ledger.counter (last bigint NOT NULL) WITH (fillfactor = 10);
                INSERT INTO ledger.counter VALUES (0);
                GRANT SELECT, UPDATE ON ledger.counter TO stele_command
                """);
        return new RowContestant(database, rows, database.pool(connections, false), "?::bigint + ordinal");
    }

    /** Positions from a sequence: no lock, gaps, and no commit order. */
    static RowContestant withGaps(LedgerDatabase database, ReadyRows rows, int connections) throws SQLException {
        EarlierTables.create(database);
        database.execute("CREATE SEQUENCE ledger.position; GRANT USAGE ON SEQUENCE ledger.position TO stele_command");
        return new RowContestant(database, rows, database.pool(connections, true), "nextval('ledger.position')");
    }

    @Override
    public void append(Attestations.Command command) {
        List<Ready> ready = rows.any(command.events().size());
        try (Connection connection = pool.getConnection()) {
            if (locked) {
                insert(connection, command, ready, lock(connection, ready.size()));
                connection.commit();
            } else {
                insert(connection, command, ready, -1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A command was not recorded", e);
        }
    }

    /** The last used position. */
    private static long lock(Connection connection, int events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, events);
            statement.setInt(2, events);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void insert(Connection connection, Attestations.Command command, List<Ready> ready, long last)
            throws SQLException {
        CommandKey key =
                requireNonNull(CommandKey.from(command.events().get(0).event().metadata()));
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int next = 1;
            if (locked) {
                statement.setLong(next++, last);
            }
            statement.setArray(next++, connection.createArrayOf("uuid", ids(command)));
            statement.setArray(next++, connection.createArrayOf("text", all(ready, Ready::type, String[]::new)));
            statement.setArray(next++, connection.createArrayOf("text", all(ready, Ready::tags, String[]::new)));
            for (Function<Ready, byte[]> bytes :
                    List.<Function<Ready, byte[]>>of(Ready::body, Ready::salt, Ready::leaf, Ready::leafHash)) {
                statement.setArray(next++, connection.createArrayOf("bytea", all(ready, bytes, byte[][]::new)));
            }
            statement.setArray(next++, connection.createArrayOf("bigint", tagHashes(ready)));
            statement.setArray(next++, connection.createArrayOf("bigint", tagOrdinals(ready)));
            statement.setString(next++, key.scope());
            statement.setObject(next++, key.commandId());
            statement.setBytes(next, key.requestSha256().bytes());
            statement.executeUpdate();
        }
    }

    private static UUID[] ids(Attestations.Command command) {
        return command.events().stream()
                .map(event -> UUID.fromString(event.event().identifier()))
                .toArray(UUID[]::new);
    }

    private static <T> T[] all(List<Ready> ready, Function<Ready, T> field, IntFunction<T[]> array) {
        return ready.stream().map(field).toArray(array);
    }

    private static Object[] tagHashes(List<Ready> ready) {
        return ready.stream()
                .flatMap(row -> Arrays.stream(row.tagHashes()).boxed())
                .toArray();
    }

    private static Object[] tagOrdinals(List<Ready> ready) {
        return IntStream.range(0, ready.size())
                .boxed()
                .flatMap(i -> Stream.generate(() -> i + 1L).limit(ready.get(i).tagHashes().length))
                .toArray();
    }

    @Override
    public long recorded() throws SQLException {
        return database.count("earlier.event");
    }

    @Override
    public void close() {
        pool.close();
    }
}

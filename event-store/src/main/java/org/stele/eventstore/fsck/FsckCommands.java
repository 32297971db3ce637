package org.stele.eventstore.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.IndexRows;
import org.stele.eventstore.event.IndexRows.CommandRow;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.jdbc.CopyRowReader;
import org.stele.eventstore.jdbc.CopyTableReader;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Hash;

/** An FsckCommands compares the rows of the command table with the bodies. */
final class FsckCommands {

    /** A Runs groups events by command: those of one command are adjacent. */
    private static final class Runs {

        private final Consumer<CommandRow> ended;
        private @Nullable CommandRow open;

        Runs(Consumer<CommandRow> ended) {
            this.ended = ended;
        }

        /** Adds the next event. */
        void add(long position, @Nullable CommandKey key) {
            CommandRow current = open;
            if (current != null && current.key().equals(key)) {
                open = new CommandRow(current.key(), current.firstPosition(), current.eventCount() + 1);
                return;
            }
            end();
            open = key == null ? null : new CommandRow(key, position, 1);
        }

        void end() {
            if (open != null) {
                ended.accept(open);
                open = null;
            }
        }
    }

    private final MultisetDigest tally = new MultisetDigest();
    private final Runs runs = new Runs(this::expect);
    private final Tolerance tolerance;
    private MultisetDigest.Partial part = tally.part();
    private long expectedCount;

    FsckCommands(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /** Adds the next event. */
    void expect(long position, @Nullable CommandKey key) {
        runs.add(position, tolerance.coversCommandOf(position) ? null : key);
    }

    private void expect(CommandRow row) {
        CommandKey key = row.key();
        add(
                part,
                row.firstPosition(),
                row.eventCount(),
                key.commandId(),
                key.requestSha256().bytes(),
                key.scope());
        if (++expectedCount % MultisetDigest.RANGE == 0) {
            tally.expect(part);
            part = tally.part();
        }
    }

    private static void add(
            MultisetDigest.Partial part,
            long firstPosition,
            int eventCount,
            UUID id,
            byte[] requestSha256,
            String scope) {
        byte[] uuid = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        part.add(firstPosition, eventCount, uuid, requestSha256, scope.getBytes(UTF_8));
    }

    /** The number of rows expected. */
    long count() {
        return expectedCount;
    }

    /** @param size of the ledger */
    void check(CopyTableReader tables, Connection connection, long size) throws SQLException, IntegrityViolation {
        runs.end();
        tally.expect(part);
        tally.reach(size);
        tables.each(
                "command",
                "SELECT first_position, event_count, command_id, request_sha256, scope FROM ledger.command",
                this::found,
                tally::find);
        int span = tally.firstDifferent();
        if (span >= 0) {
            throw firstWrong(connection, (long) span * MultisetDigest.RANGE);
        }
        if (tally.hasStrays()) {
            throw stray(connection, tally.end());
        }
    }

    private MultisetDigest.Partial found(List<CopyRowReader> rows) {
        MultisetDigest.Partial found = tally.part();
        for (CopyRowReader row : rows) {
            long firstPosition = row.number();
            int eventCount = row.integer();
            if (!tolerance.coversCommand(firstPosition, eventCount)) {
                add(found, firstPosition, eventCount, row.uuid(), row.bytes(), row.text());
            }
        }
        return found;
    }

    private IntegrityViolation firstWrong(Connection connection, long after) throws SQLException {
        List<CommandRow> expected = expected(connection, after);
        return new RangeDiff<>(expected, stored(connection, after, expected.size()), CommandRow::firstPosition)
                .firstWrong(
                        row -> "event %s: command has no row (%s, %s) of %s events from there on"
                                .formatted(
                                        row.firstPosition(),
                                        row.key().scope(),
                                        row.key().commandId(),
                                        row.eventCount()),
                        FsckCommands::surplus);
    }

    /** A command may begin just before these positions, and may end after them. */
    private List<CommandRow> expected(Connection connection, long after) throws SQLException {
        List<CommandRow> expected = new ArrayList<>();
        Runs runs = new Runs(row -> {
            if (row.firstPosition() > after && row.firstPosition() <= after + MultisetDigest.RANGE) {
                expected.add(row);
            }
        });
        Query.list(
                connection,
                """
                SELECT position, metadata ->> 'commandScope' AS scope, metadata ->> 'commandId' AS id,
                       metadata ->> 'requestSha256' AS sha256
                FROM (SELECT position, convert_from(body, 'UTF8')::json -> 'metadata' AS metadata FROM ledger.event
                      WHERE position >= ? AND position <> ALL (?) ORDER BY position LIMIT ?) AS bodies ORDER BY position
                """,
                statement -> {
                    statement.setLong(1, after);
                    statement.setArray(2, connection.createArrayOf("bigint", tolerance.positions()));
                    statement.setInt(3, 1 + MultisetDigest.RANGE + IndexRows.MAX_EVENTS_A_COMMAND);
                },
                row -> {
                    long position = row.getLong("position");
                    runs.add(position, tolerance.coversCommandOf(position) ? null : key(row));
                    return position;
                });
        runs.end();
        return expected;
    }

    private static @Nullable CommandKey key(ResultSet row) throws SQLException {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(CommandKey.SCOPE, row.getString("scope"));
        metadata.put(CommandKey.COMMAND_ID, row.getString("id"));
        metadata.put(CommandKey.REQUEST_SHA256, row.getString("sha256"));
        metadata.values().removeIf(value -> value == null);
        return CommandKey.from(metadata);
    }

    /** One row more than expected is enough to show the first difference. */
    private List<CommandRow> stored(Connection connection, long after, int expectedCount) throws SQLException {
        return Query.list(
                        connection,
                        """
                SELECT scope, command_id, request_sha256, first_position, event_count FROM ledger.command
                WHERE first_position > ? AND first_position <= ? ORDER BY first_position, scope, command_id LIMIT ?
                """,
                        statement -> {
                            statement.setLong(1, after);
                            statement.setLong(2, after + MultisetDigest.RANGE);
                            statement.setInt(3, expectedCount + 1 + IndexRows.MAX_EVENTS_A_COMMAND);
                        },
                        FsckCommands::row)
                .stream()
                .filter(row -> !tolerance.coversCommand(row.firstPosition(), row.eventCount()))
                .limit(expectedCount + 1)
                .toList();
    }

    private static IntegrityViolation stray(Connection connection, long end) throws SQLException {
        List<CommandRow> strays =
                Query.list(connection, """
                SELECT scope, command_id, request_sha256, first_position, event_count FROM ledger.command
                WHERE first_position < 1 OR first_position > ? ORDER BY first_position, scope, command_id LIMIT 1
                """, statement -> statement.setLong(1, end), FsckCommands::row);
        return new IntegrityViolation(surplus(strays.get(0)));
    }

    private static CommandRow row(ResultSet row) throws SQLException {
        CommandKey key = new CommandKey(
                row.getString("scope"),
                row.getObject("command_id", UUID.class),
                requestSha256(row.getBytes("request_sha256")));
        return new CommandRow(key, row.getLong("first_position"), row.getInt("event_count"));
    }

    /** A digest of a wrong size is replaced by another hash, which matches no request. */
    private static Hash requestSha256(byte[] stored) {
        return stored.length == Hash.SIZE_BYTES ? Hash.of(stored) : Hash.sha256(stored);
    }

    private static String surplus(CommandRow row) {
        return "command (%s, %s): no event accounts for this row"
                .formatted(row.key().scope(), row.key().commandId());
    }
}

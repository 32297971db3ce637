package org.stele.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.Batch.CommandRow;
import org.stele.eventstore.Receipts.CommandName;
import org.stele.eventstore.Row.TagRow;
import org.stele.ledger.Hash;

/**
 * FsckIndexes are the tag index and the command table, compared with what the bodies say. What ought to be there is looked
 * up page by page; then as many rows as were found must be all.
 */
final class FsckIndexes {

    private final Connection connection;
    private long tags;
    private long commands;
    private @Nullable CommandRow open;

    FsckIndexes(Connection connection) {
        this.connection = connection;
    }

    long tags() {
        return tags;
    }

    long commands() {
        return commands;
    }

    /** Checks what belongs to some events, which follow those checked before. */
    void check(List<FsckEvents.Checked> page) throws SQLException, Wrong {
        checkTags(page);
        checkCommands(page);
    }

    /** Checks, after the last event, that the two tables hold nothing else. */
    void requireNothingMore() throws SQLException, Wrong {
        if (open != null) {
            checkCommand(open);
            open = null;
        }
        if (count("SELECT count(*) FROM ledger.event_tag") != tags) {
            throw new Wrong(FsckSurplus.tag(connection));
        }
        if (count("SELECT count(*) FROM ledger.command") != commands) {
            throw new Wrong(FsckSurplus.command(connection));
        }
    }

    private long count(String sql) throws SQLException {
        return Query.list(connection, sql, statement -> {}, row -> row.getLong(1))
                .get(0);
    }

    private void checkTags(List<FsckEvents.Checked> page) throws SQLException, Wrong {
        List<TagRow> expected = new ArrayList<>();
        for (FsckEvents.Checked event : page) {
            for (long tag : TagHash.distinct(event.tags())) {
                expected.add(new TagRow(tag, event.position(), event.type()));
            }
        }
        Map<TagRow, Boolean> found = new HashMap<>();
        Array hashes = connection.createArrayOf(
                "bigint", expected.stream().map(TagRow::tag).toArray());
        Array positions = connection.createArrayOf(
                "bigint", expected.stream().map(TagRow::position).toArray());
        // No limit: one row an expected one at most.
        Query.list(
                connection,
                """
                SELECT t.tag, t.position, t.type FROM unnest(?::bigint[], ?::bigint[]) AS asked (tag, position)
                JOIN ledger.event_tag t ON t.tag = asked.tag AND t.position = asked.position
                """,
                statement -> {
                    statement.setArray(1, hashes);
                    statement.setArray(2, positions);
                },
                row -> found.put(new TagRow(row.getLong("tag"), row.getLong("position"), row.getString("type")), true));
        for (TagRow row : expected) {
            Wrong.unless(
                    found.containsKey(row),
                    "event %d: event_tag has no row with tag %d and type %s"
                            .formatted(row.position(), row.tag(), row.type()));
        }
        tags += expected.size();
    }

    /** The events of one command stand together; the last command of a page may go on in the next. */
    private void checkCommands(List<FsckEvents.Checked> page) throws SQLException, Wrong {
        List<CommandRow> ended = new ArrayList<>();
        for (FsckEvents.Checked event : page) {
            CommandKey key = event.command();
            CommandRow current = open;
            if (current != null && current.key().equals(key)) {
                open = new CommandRow(current.key(), current.firstPosition(), current.eventCount() + 1);
                continue;
            }
            if (current != null) {
                ended.add(current);
            }
            open = key == null ? null : new CommandRow(key, event.position(), 1);
        }
        checkCommands(ended, stored(ended));
    }

    private void checkCommand(CommandRow row) throws SQLException, Wrong {
        checkCommands(List.of(row), stored(List.of(row)));
    }

    private void checkCommands(List<CommandRow> expected, Map<CommandName, CommandRow> stored) throws Wrong {
        for (CommandRow row : expected) {
            CommandRow found = stored.get(CommandName.of(row.key()));
            String event = "event " + row.firstPosition() + ": ";
            Wrong.unless(
                    found != null, event + "command has no row for " + row.key().commandId());
            Wrong.unless(row.equals(found), event + "command has %s where %s belongs".formatted(found, row));
            commands++;
        }
    }

    private Map<CommandName, CommandRow> stored(List<CommandRow> expected) throws SQLException {
        Map<CommandName, CommandRow> stored = new HashMap<>();
        Array scopes = connection.createArrayOf(
                "text", expected.stream().map(row -> row.key().scope()).toArray());
        Array ids = connection.createArrayOf(
                "uuid", expected.stream().map(row -> row.key().commandId()).toArray());
        // No limit: one row an expected one at most.
        Query.list(
                connection,
                """
                SELECT c.scope, c.command_id, c.request_sha256, c.first_position, c.event_count
                FROM unnest(?::text[], ?::uuid[]) AS asked (scope, command_id)
                JOIN ledger.command c ON c.scope = asked.scope AND c.command_id = asked.command_id
                """,
                statement -> {
                    statement.setArray(1, scopes);
                    statement.setArray(2, ids);
                },
                row -> {
                    CommandKey key = new CommandKey(
                            row.getString("scope"),
                            row.getObject("command_id", UUID.class),
                            Hash.of(row.getBytes("request_sha256")));
                    return stored.put(
                            CommandName.of(key),
                            new CommandRow(key, row.getLong("first_position"), row.getInt("event_count")));
                });
        return stored;
    }
}

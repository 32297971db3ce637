package org.stele.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.Receipts.CommandName;

/** FsckSurplus names, once it is known that there is one, a row that no event accounts for. */
final class FsckSurplus {

    private static final int PAGE = 1_000;

    private record TagAndEvent(
            long tag, long position, @Nullable List<String> eventTags) {

        boolean isSurplus() {
            return eventTags == null || eventTags.stream().noneMatch(text -> TagHash.of(text) == tag);
        }

        String text() {
            return "event_tag (tag %d, position %d): no event accounts for this row".formatted(tag, position);
        }
    }

    private record CommandAndEvent(CommandName name, byte @Nullable [] body) {

        boolean isSurplus() {
            CommandKey key =
                    body == null ? null : CommandKey.from(Body.parse(body).metadata());
            return key == null || !name.equals(CommandName.of(key));
        }

        String text() {
            return "command (%s, %s): no event accounts for this row".formatted(name.scope(), name.commandId());
        }
    }

    private FsckSurplus() {}

    static String tag(Connection connection) throws SQLException {
        long tag = Long.MIN_VALUE;
        long position = Long.MIN_VALUE;
        while (true) {
            List<TagAndEvent> page = page(connection, tag, position);
            for (TagAndEvent row : page) {
                if (row.isSurplus()) {
                    return row.text();
                }
            }
            if (page.size() < PAGE) {
                return "event_tag: it has more or fewer rows than the events account for";
            }
            tag = page.get(PAGE - 1).tag();
            position = page.get(PAGE - 1).position();
        }
    }

    private static List<TagAndEvent> page(Connection connection, long tag, long position) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT t.tag, t.position, e.tags FROM ledger.event_tag t
                LEFT JOIN ledger.event e ON e.position = t.position
                WHERE (t.tag, t.position) > (?, ?) ORDER BY t.tag, t.position LIMIT ?
                """,
                statement -> {
                    statement.setLong(1, tag);
                    statement.setLong(2, position);
                    statement.setInt(3, PAGE);
                },
                row -> new TagAndEvent(
                        row.getLong("tag"),
                        row.getLong("position"),
                        row.getArray("tags") == null ? null : Query.strings(row, "tags")));
    }

    static String command(Connection connection) throws SQLException {
        String scope = "";
        UUID commandId = new UUID(0, 0);
        while (true) {
            List<CommandAndEvent> page = page(connection, scope, commandId);
            for (CommandAndEvent row : page) {
                if (row.isSurplus()) {
                    return row.text();
                }
            }
            if (page.size() < PAGE) {
                return "command: it has more or fewer rows than the events account for";
            }
            scope = page.get(PAGE - 1).name().scope();
            commandId = page.get(PAGE - 1).name().commandId();
        }
    }

    private static List<CommandAndEvent> page(Connection connection, String scope, UUID commandId) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT c.scope, c.command_id, e.body FROM ledger.command c
                LEFT JOIN ledger.event e ON e.position = c.first_position
                WHERE (c.scope, c.command_id) > (?, ?) ORDER BY c.scope, c.command_id LIMIT ?
                """,
                statement -> {
                    statement.setString(1, scope);
                    statement.setObject(2, commandId);
                    statement.setInt(3, PAGE);
                },
                row -> new CommandAndEvent(
                        new CommandName(row.getString("scope"), row.getObject("command_id", UUID.class)),
                        row.getBytes("body")));
    }
}

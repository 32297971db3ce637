package org.stele.eventstore.append.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.append.ReceiptCache;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandName;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Hash;

/** AppendReceipts finds the receipt of a recorded command. */
public final class AppendReceipts {

    private final DataSource dataSource;
    private final ReceiptCache recent;

    public AppendReceipts(DataSource dataSource) {
        this(dataSource, new ReceiptCache(0));
    }

    /** @param sequencer of this node, which caches the receipts of its latest commands */
    public AppendReceipts(DataSource dataSource, Sequencer sequencer) {
        this(dataSource, sequencer.recentReceipts());
    }

    private AppendReceipts(DataSource dataSource, ReceiptCache recent) {
        this.dataSource = dataSource;
        this.recent = recent;
    }

    public @Nullable AppendReceipt find(String scope, UUID commandId) {
        CommandName name = new CommandName(scope, commandId);
        AppendReceipt known = recent.find(name);
        if (known != null) {
            return known;
        }
        try (Connection connection = dataSource.getConnection()) {
            return find(connection, List.of(name)).get(name);
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot read the receipts", e);
        }
    }

    /** No limit: at most one row per name. */
    static Map<CommandName, AppendReceipt> find(Connection connection, Collection<CommandName> names)
            throws SQLException {
        Map<CommandName, AppendReceipt> found = new HashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        Array scopes = connection.createArrayOf(
                "text", names.stream().map(CommandName::scope).toArray());
        Array ids = connection.createArrayOf(
                "uuid", names.stream().map(CommandName::commandId).toArray());
        Query.list(
                connection,
                """
                SELECT c.scope, c.command_id, c.request_sha256, c.first_position, c.event_count,
                       e.event_id, e.leaf_hash, e.recorded_at
                FROM unnest(?::text[], ?::uuid[]) AS asked (scope, command_id)
                JOIN ledger.command c ON c.scope = asked.scope AND c.command_id = asked.command_id
                JOIN ledger.event e ON e.position = c.first_position
                """,
                statement -> {
                    statement.setArray(1, scopes);
                    statement.setArray(2, ids);
                },
                row -> found.put(
                        new CommandName(row.getString("scope"), row.getObject("command_id", UUID.class)),
                        new AppendReceipt(
                                row.getLong("first_position"),
                                row.getObject("event_id", UUID.class),
                                Hash.of(row.getBytes("leaf_hash")),
                                Query.instant(row, "recorded_at"),
                                row.getInt("event_count"),
                                Hash.of(row.getBytes("request_sha256")))));
        return found;
    }
}

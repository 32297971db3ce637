package org.stele.eventstore.append.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stele.eventstore.append.LastCommitted;
import org.stele.eventstore.append.Lookups;
import org.stele.eventstore.append.Submission;
import org.stele.eventstore.append.WriterState.StateHead;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandName;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

/** A PostgresLookups reads on its own connection, which is closed with it. */
record PostgresLookups(Connection connection, StateTag stateTag) implements Lookups {

    @Override
    public boolean holds(LastCommitted lastCommitted) throws SQLException {
        Hash found = Query.one(
                connection,
                "SELECT leaf_hash FROM ledger.event WHERE position = ? LIMIT 1",
                statement -> statement.setLong(1, lastCommitted.position()),
                row -> Hash.of(row.getBytes("leaf_hash")));
        return Objects.equals(found, lastCommitted.leafHash());
    }

    @Override
    public Map<CommandName, AppendReceipt> receipts(Collection<CommandName> names) throws SQLException {
        return AppendReceipts.find(connection, names);
    }

    @Override
    public Set<Integer> olderConflicts(List<Submission> submissions, long upTo) throws SQLException {
        return ConflictQuery.find(connection, submissions, upTo);
    }

    @Override
    public Map<String, StateHead> stateHeads(Collection<String> states) throws SQLException {
        List<String> tags = states.stream().map(state -> stateTag.of(state)).toList();
        var hashes = connection.createArrayOf(
                "bigint", tags.stream().map(TagHash::of).toArray());
        var texts = connection.createArrayOf("text", tags.toArray());
        Map<String, StateHead> heads = new HashMap<>();
        // No limit: at most one row per State.
        Query.list(
                connection,
                """
                SELECT last.leaf, last.leaf_hash
                FROM unnest(?::bigint[], ?::text[]) AS asked (tag, text)
                CROSS JOIN LATERAL (
                    SELECT e.leaf, e.leaf_hash FROM %s
                    WHERE r.key = asked.tag AND e.tags @> ARRAY[asked.text]
                    ORDER BY r.block DESC, %s DESC LIMIT 1) last
                """.formatted(IndexSql.HITS, IndexSql.POSITION),
                statement -> {
                    statement.setArray(1, hashes);
                    statement.setArray(2, texts);
                },
                row -> remember(heads, Leaf.parse(row.getBytes("leaf")), Hash.of(row.getBytes("leaf_hash"))));
        return heads;
    }

    private static Leaf remember(Map<String, StateHead> heads, Leaf leaf, Hash leafHash) {
        long sequence = Objects.requireNonNull(leaf.stateSequence(), "stateSequence");
        heads.put(Objects.requireNonNull(leaf.state(), "state"), new StateHead(sequence, leafHash));
        return leaf;
    }

    @Override
    public void close() {
        Query.closeQuietly(connection);
    }
}

package org.stele.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.Tile;
import org.stele.ledger.TreeHash;

/**
 * A Tip is all that must be known of a ledger to write its next event. It runs ahead of the database while a batch is built:
 * when that batch is not committed, the tip is thrown away and loaded anew. Not safe for several threads.
 */
final class Tip {

    private static final int PAGE = 1_000;

    /** The last event of one State; sequence 0 stands for none. */
    private record StateHead(long sequence, @Nullable Hash leafHash) {}

    private record Loaded(
            long position, String type, List<String> tags, Instant recordedAt, byte[] leaf, Hash leafHash) {}

    private final Frontier frontier;
    private final Tail tail;
    private final Map<String, StateHead> states = new HashMap<>();
    private Anchor head;
    private Instant recordedAt;

    private Tip(Frontier frontier, Anchor head, Instant recordedAt) {
        this.frontier = frontier;
        this.tail = new Tail(head.position());
        this.head = head;
        this.recordedAt = recordedAt;
    }

    static Tip load(Connection connection) throws SQLException {
        long position = LedgerReader.head(connection);
        if (position == 0) {
            return new Tip(new Frontier(), Anchor.EMPTY, Instant.EPOCH);
        }
        Loaded last = page(connection, position - 1, 1).get(0);
        requireSound(last, position);
        Frontier frontier = Frontier.of(LedgerTiles.tree(connection, position));
        return new Tip(frontier, new Anchor(position, last.leafHash()), last.recordedAt());
    }

    /** Takes in what another writer has recorded since. */
    void catchUp(Connection connection) throws SQLException {
        List<Loaded> page;
        do {
            page = page(connection, head.position(), PAGE);
            page.forEach(this::take);
        } while (page.size() == PAGE);
    }

    private void take(Loaded event) {
        Leaf leaf = requireSound(event, head.position() + 1);
        advance(leaf, event.leafHash(), event.type(), event.tags(), tile -> {});
    }

    private static Leaf requireSound(Loaded event, long position) {
        Leaf leaf = Leaf.parse(event.leaf());
        boolean sound = event.position() == position
                && leaf.position() == position
                && TreeHash.leaf(event.leaf()).equals(event.leafHash());
        if (!sound) {
            throw new LedgerDamaged("The row at position " + event.position() + " is not the event " + position);
        }
        return leaf;
    }

    private static List<Loaded> page(Connection connection, long after, int limit) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT position, type, tags, recorded_at, leaf, leaf_hash FROM ledger.event
                WHERE position > ? ORDER BY position LIMIT ?
                """,
                statement -> {
                    statement.setLong(1, after);
                    statement.setInt(2, limit);
                },
                row -> new Loaded(
                        row.getLong("position"),
                        row.getString("type"),
                        Query.strings(row, "tags"),
                        Query.instant(row, "recorded_at"),
                        row.getBytes("leaf"),
                        Hash.of(row.getBytes("leaf_hash"))));
    }

    /** Looks up the last events of the States that are not known yet. */
    void loadStates(Connection connection, Collection<String> wanted, String stateTagKey) throws SQLException {
        List<String> unknown =
                wanted.stream().filter(state -> !states.containsKey(state)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        unknown.forEach(state -> states.put(state, new StateHead(0, null)));
        List<String> tags =
                unknown.stream().map(state -> stateTagKey + "=" + state).toList();
        var hashes = connection.createArrayOf(
                "bigint", tags.stream().map(TagHash::of).toArray());
        var texts = connection.createArrayOf("text", tags.toArray());
        // No limit: one row a State at most.
        Query.list(
                connection,
                """
                SELECT last.leaf, last.leaf_hash
                FROM unnest(?::bigint[], ?::text[]) AS asked (tag, text)
                CROSS JOIN LATERAL (
                    SELECT e.leaf, e.leaf_hash FROM ledger.event_tag t JOIN ledger.event e ON e.position = t.position
                    WHERE t.tag = asked.tag AND e.tags @> ARRAY[asked.text] ORDER BY t.position DESC LIMIT 1) last
                """,
                statement -> {
                    statement.setArray(1, hashes);
                    statement.setArray(2, texts);
                },
                row -> remember(Leaf.parse(row.getBytes("leaf")), Hash.of(row.getBytes("leaf_hash"))));
    }

    /** Gives an event its position, its leaf and its place in the chain of its State. */
    Row append(EncodedEvent event, Instant at, Consumer<Tile> filled) {
        String state = event.state();
        StateHead previous = state == null ? null : states.get(state);
        if (state != null && previous == null) {
            throw new IllegalStateException("The last event of " + state + " was not looked up");
        }
        Leaf leaf = new Leaf(
                head.position() + 1,
                event.id(),
                at,
                state,
                previous == null ? null : Long.valueOf(previous.sequence() + 1),
                previous == null ? null : previous.leafHash(),
                event.commitment());
        byte[] bytes = leaf.encode();
        Hash leafHash = TreeHash.leaf(bytes);
        advance(leaf, leafHash, event.type(), event.tags(), filled);
        return new Row(event, leaf.position(), at, bytes, leafHash);
    }

    private void advance(Leaf leaf, Hash leafHash, String type, List<String> tags, Consumer<Tile> filled) {
        head = new Anchor(leaf.position(), leafHash);
        recordedAt = leaf.recordedAt();
        frontier.append(leafHash, filled);
        tail.add(leaf.position(), type, tags);
        remember(leaf, leafHash);
    }

    private StateHead remember(Leaf leaf, Hash leafHash) {
        StateHead stateHead = new StateHead(leaf.stateSequence() == null ? 0 : leaf.stateSequence(), leafHash);
        if (leaf.state() != null) {
            states.put(leaf.state(), stateHead);
        }
        return stateHead;
    }

    Anchor head() {
        return head;
    }

    /** Of the last event; it never goes back. */
    Instant recordedAt() {
        return recordedAt;
    }

    Tail tail() {
        return tail;
    }
}

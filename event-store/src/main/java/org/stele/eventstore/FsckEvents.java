package org.stele.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** FsckEvents are the events of a ledger, page by page, each checked against its own body, leaf and predecessors. */
final class FsckEvents {

    /** What a checked event says that other tables repeat. */
    record Checked(
            long position,
            String type,
            List<String> tags,
            Hash leafHash,
            @Nullable CommandKey command) {}

    private record Stored(
            long position,
            UUID eventId,
            String type,
            Instant recordedAt,
            List<String> tags,
            byte[] body,
            byte[] salt,
            byte[] leaf,
            Hash leafHash) {}

    private record StateHead(long sequence, Hash leafHash) {}

    private final Connection connection;
    private final String stateTagKey;
    private final Map<String, StateHead> states = new HashMap<>();
    private long cursor = Long.MIN_VALUE;
    private long position;
    private Instant recordedAt = Instant.MIN;

    FsckEvents(Connection connection, String stateTagKey) {
        this.connection = connection;
        this.stateTagKey = stateTagKey;
    }

    long states() {
        return states.size();
    }

    /** The next events, all found sound. A page ends before an event that is not, so that what precedes it is counted. */
    List<Checked> next(int limit) throws SQLException, Wrong {
        List<Checked> page = new ArrayList<>();
        for (Stored stored : read(limit)) {
            try {
                page.add(check(stored));
            } catch (Wrong wrong) {
                if (page.isEmpty()) {
                    throw wrong;
                }
                return page;
            }
            cursor = stored.position();
        }
        return page;
    }

    private List<Stored> read(int limit) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash
                FROM ledger.event WHERE position > ? ORDER BY position LIMIT ?
                """,
                statement -> {
                    statement.setLong(1, cursor);
                    statement.setInt(2, limit);
                },
                FsckEvents::stored);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                Query.instant(row, "recorded_at"),
                Query.strings(row, "tags"),
                row.getBytes("body"),
                row.getBytes("salt"),
                row.getBytes("leaf"),
                Hash.of(row.getBytes("leaf_hash")));
    }

    private Checked check(Stored stored) throws Wrong {
        Wrong.unless(
                stored.position() == position + 1,
                "event " + (position + 1) + ": the row is missing; the next one has position " + stored.position());
        String event = "event " + stored.position() + ": ";
        try {
            Leaf leaf = Leaf.parse(stored.leaf());
            checkLeaf(stored, leaf, event);
            Body body = Body.parse(stored.body());
            checkColumns(stored, leaf, body, event);
            checkChain(leaf, stored.leafHash(), EventEncoder.state(body.tags(), stateTagKey), event);
            position = stored.position();
            recordedAt = stored.recordedAt();
            return new Checked(position, body.type(), body.tags(), stored.leafHash(), CommandKey.from(body.metadata()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Wrong(event + e.getMessage());
        }
    }

    private static void checkLeaf(Stored stored, Leaf leaf, String event) throws Wrong {
        Wrong.unless(TreeHash.leaf(stored.leaf()).equals(stored.leafHash()), event + "leaf_hash is not the leaf's");
        Wrong.unless(leaf.position() == stored.position(), event + "the leaf is that of position " + leaf.position());
        Wrong.unless(
                Commitment.of(stored.salt(), stored.body()).equals(leaf.commitment()),
                event + "body and salt are not those that the leaf commits to");
    }

    private void checkColumns(Stored stored, Leaf leaf, Body body, String event) throws Wrong {
        Wrong.unless(stored.eventId().equals(leaf.id()), event + "event_id is not the leaf's");
        Wrong.unless(stored.recordedAt().equals(leaf.recordedAt()), event + "recorded_at is not the leaf's");
        Wrong.unless(!leaf.recordedAt().isBefore(recordedAt), event + "it was recorded before its predecessor");
        Wrong.unless(stored.type().equals(body.type()), event + "type is not the body's");
        Wrong.unless(stored.tags().equals(body.tags()), event + "tags are not the body's");
    }

    private void checkChain(Leaf leaf, Hash leafHash, @Nullable String state, String event) throws Wrong {
        Wrong.unless(Objects.equals(leaf.state(), state), event + "the leaf's State is not the body's");
        if (state == null) {
            return;
        }
        StateHead previous = states.get(state);
        long sequence = previous == null ? 1 : previous.sequence() + 1;
        Hash previousHash = previous == null ? null : previous.leafHash();
        Wrong.unless(
                Objects.equals(leaf.stateSequence(), sequence) && Objects.equals(leaf.previousInState(), previousHash),
                event + "the leaf does not follow the previous event of " + state);
        states.put(state, new StateHead(sequence, leafHash));
    }
}

package org.stele.eventstore.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.event.TypeHash;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/**
 * A PlainWriter writes a ledger event by event, as the specification of its format says and with nothing of the real writer.
 * Each step can be overridden by one that makes a mistake.
 */
class PlainWriter {

    static final int EVENTS = 600;

    /** The event that most mistakes are made with. */
    static final long FAULTY = 300;

    final List<Hash> leafHashes = new ArrayList<>();
    final Map<String, Leaf> lastOfState = new HashMap<>();

    void write(Connection connection) throws SQLException {
        for (long position = 1; position <= EVENTS; position++) {
            event(connection, position);
            if (leafHashes.size() % 256 == 0) {
                tile(connection, leafHashes.size() / 256 - 1);
            }
        }
    }

    private void event(Connection connection, long position) throws SQLException {
        CommandKey key = command(position);
        Body body = new Body(
                new TreeMap<>(key.metadata()),
                "{}".getBytes(UTF_8),
                List.of("memberState=" + state(position), "n=" + position),
                "test.Plain",
                "1");
        byte[] bytes = body.encode();
        byte[] salt =
                Hash.sha256(bytes).hex().substring(0, Commitment.SALT_BYTES).getBytes(UTF_8);
        Leaf leaf = leaf(position, commitment(position, salt, bytes));
        Hash leafHash = leafHash(position, leaf);
        insertEvent(connection, body, bytes, salt, leaf, leafHash);
        insertTags(connection, position, body);
        insertCommand(connection, position, key);
    }

    static String state(long position) {
        return TestLedger.state((int) position);
    }

    CommandKey command(long position) {
        return new CommandKey("RUS", new UUID(7, position), Hash.sha256(new byte[] {(byte) position}));
    }

    Hash commitment(long position, byte[] salt, byte[] body) {
        return Commitment.of(salt, body);
    }

    Leaf leaf(long position, Hash commitment) {
        String state = state(position);
        Leaf previous = previous(position, state);
        Leaf leaf = new Leaf(
                position,
                id(position),
                recordedAt(position),
                state,
                previous == null ? 1 : sequence(previous) + 1,
                previous == null ? null : previous.hash(),
                commitment);
        lastOfState.put(state, leaf);
        return leaf;
    }

    UUID id(long position) {
        return new UUID(9, position);
    }

    static long sequence(Leaf leaf) {
        Long sequence = leaf.stateSequence();
        return sequence == null ? 0 : sequence;
    }

    @Nullable
    Leaf previous(long position, String state) {
        return lastOfState.get(state);
    }

    Instant recordedAt(long position) {
        return Instant.parse("2026-11-23T12:00:00Z").plusMillis(position);
    }

    Hash leafHash(long position, Leaf leaf) {
        return TreeHash.leaf(leaf.encode());
    }

    void insertEvent(Connection connection, Body body, byte[] bytes, byte[] salt, Leaf leaf, Hash leafHash)
            throws SQLException {
        leafHashes.add(leafHash);
        insert(
                connection,
                "INSERT INTO ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)"
                        + " VALUES (?, ?, ?, ?::timestamptz, ?::text[], ?, ?, ?, ?)",
                leaf.position(),
                leaf.id(),
                body.type(),
                leaf.recordedAt().toString(),
                Query.arrayLiteral(body.tags()),
                bytes,
                salt,
                leaf.encode(),
                leafHash.bytes());
    }

    void insertTags(Connection connection, long position, Body body) throws SQLException {
        for (String tag : body.tags()) {
            insertTag(connection, position, tag, body.type());
        }
    }

    void insertTag(Connection connection, long position, String tag, String type) throws SQLException {
        insertRun(connection, TagHash.of(tag), (position - 1) / 1024, TypeHash.of(type), 1 + (position - 1) % 1024);
    }

    void insertRun(Connection connection, long key, long block, int type, long place) throws SQLException {
        insert(
                connection,
                "INSERT INTO ledger.index_run (key, block, type, first) VALUES (?, ?, ?, ?)",
                key,
                block,
                type,
                place);
    }

    void insertCommand(Connection connection, long position, CommandKey key) throws SQLException {
        insert(
                connection,
                "INSERT INTO ledger.command (scope, command_id, request_sha256, first_position, event_count)"
                        + " VALUES (?, ?, ?, ?, 1)",
                key.scope(),
                key.commandId(),
                key.requestSha256().bytes(),
                position);
    }

    void tile(Connection connection, int index) throws SQLException {
        insertTile(connection, index, leafHashes.subList(256 * index, 256 * (index + 1)));
    }

    void insertTile(Connection connection, int index, List<Hash> hashes) throws SQLException {
        byte[] run = new byte[256 * Hash.SIZE_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, run, i * Hash.SIZE_BYTES, Hash.SIZE_BYTES);
        }
        insert(connection, "INSERT INTO ledger.merkle_tile (level, index, hashes) VALUES (0, ?, ?)", (long) index, run);
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}

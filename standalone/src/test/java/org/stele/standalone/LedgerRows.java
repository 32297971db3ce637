package org.stele.standalone;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.CommandKey;
import org.stele.ledger.Commitment;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** LedgerRows are rows that a test puts into a ledger past the programs, sound but for what the test is about. */
final class LedgerRows {

    private static final byte[] SALT = new byte[Commitment.SALT_BYTES];

    private LedgerRows() {}

    /** Records what the last event says once more, at any time and by no command; for ledgers of fewer than 255 events. Returns its position. */
    static long recordAgain(DataSource command, Instant recordedAt) throws SQLException {
        try (Connection connection = command.getConnection();
                Statement statement = connection.createStatement();
                ResultSet last =
                        statement.executeQuery("SELECT leaf, body FROM ledger.event ORDER BY position DESC LIMIT 1")) {
            last.next();
            byte[] body = withoutCommand(Body.parse(last.getBytes("body"))).encode();
            connection.setAutoCommit(false);
            Leaf leaf = following(Leaf.parse(last.getBytes("leaf")), recordedAt, body);
            insert(connection, body, leaf);
            connection.commit();
            return leaf.position();
        }
    }

    private static Body withoutCommand(Body body) {
        TreeMap<String, String> metadata = new TreeMap<>(body.metadata());
        metadata.keySet().removeAll(Set.of(CommandKey.SCOPE, CommandKey.COMMAND_ID, CommandKey.REQUEST_SHA256));
        return new Body(metadata, body.payload(), body.tags(), body.type(), body.typeVersion());
    }

    private static Leaf following(Leaf last, Instant recordedAt, byte[] body) {
        return new Leaf(
                last.position() + 1,
                UUID.randomUUID(),
                recordedAt,
                last.state(),
                Objects.requireNonNull(last.stateSequence()) + 1,
                last.hash(),
                Commitment.of(SALT, body));
    }

    private static void insert(Connection connection, byte[] body, Leaf leaf) throws SQLException {
        try (PreparedStatement event = connection.prepareStatement("""
                        INSERT INTO ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)
                        SELECT position + 1, ?, type, ?::timestamptz, tags, ?, ?, ?, ? FROM ledger.event
                        WHERE position = ?
                        """);
                PreparedStatement tags = connection.prepareStatement("""
                        INSERT INTO ledger.index_run (key, block, type, first)
                        SELECT r.key, r.block + o.place / 1024, r.type, 1 + o.place % 1024 FROM ledger.index_run r
                        CROSS JOIN LATERAL unnest(array_prepend(r.first, r.more)) AS o (place)
                        WHERE r.block * 1024 + o.place = ?
                        """)) {
            event.setObject(1, leaf.id());
            event.setString(2, leaf.recordedAt().toString());
            event.setBytes(3, body);
            event.setBytes(4, SALT);
            event.setBytes(5, leaf.encode());
            event.setBytes(6, TreeHash.leaf(leaf.encode()).bytes());
            event.setLong(7, leaf.position() - 1);
            event.executeUpdate();
            tags.setLong(1, leaf.position() - 1);
            tags.executeUpdate();
        }
    }
}

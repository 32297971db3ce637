package org.stele.eventstore.damage;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.stele.eventstore.event.LeafBinding;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

/**
 * A DamagedPlace is one position whose leaf is sound and whose other columns, index rows or command are not: the tree
 * and the chain of the State hold.
 *
 * @param commands that cover the position, as the table of commands has it
 */
public record DamagedPlace(Leaf leaf, Hash leafHash, List<Span> commands) {

    /** A Span is the positions that one row of the table of commands covers. */
    record Span(long first, int count) {

        boolean covers(long position) {
            return first <= position && position < first + count;
        }
    }

    private static final String LEAF = "SELECT leaf, leaf_hash FROM ledger.event WHERE position = ? LIMIT 1";

    private static final String COMMANDS = """
            SELECT first_position, event_count FROM ledger.command
            WHERE first_position <= ? AND first_position + event_count > ? ORDER BY first_position LIMIT 1000
            """;

    /** With the position in place of the dollar sign. */
    private static final List<String> PARTS = List.of(
            """
            SELECT position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash FROM ledger.event
            WHERE position = $""",
            // An entry of the index has a hash in place of the type. It stands for the type of the event, or else of
            // any.
            """
            SELECT r.key AS tag, CAST($ AS bigint) AS position, coalesce(
                (SELECT e.type FROM ledger.event e WHERE e.position = $ AND %2$s = r.type),
                (SELECT e.type FROM ledger.event e WHERE %2$s = r.type LIMIT 1), CAST(r.type AS text)) AS type
            FROM %1$s
            WHERE r.block = ($ - 1) >> 10 AND o.place = 1 + (($ - 1) & 1023)
            ORDER BY r.key, r.type""".formatted(IndexSql.RUNS, IndexSql.TYPE_OF_EVENT),
            """
            SELECT scope, command_id, request_sha256, first_position, event_count FROM ledger.command
            WHERE first_position <= $ AND first_position + event_count > $
            ORDER BY first_position, scope COLLATE "C", command_id""");

    /** Null where the leaf is not what it must be either: the position cannot be passed over. */
    public static @Nullable DamagedPlace at(Connection connection, long position) throws SQLException {
        List<Span> commands = Query.list(
                connection,
                COMMANDS,
                statement -> {
                    statement.setLong(1, position);
                    statement.setLong(2, position);
                },
                row -> new Span(row.getLong("first_position"), row.getInt("event_count")));
        List<DamagedPlace> places = Query.list(
                        connection,
                        LEAF,
                        statement -> statement.setLong(1, position),
                        row -> of(position, row.getBytes("leaf"), row.getBytes("leaf_hash"), commands))
                .stream()
                .flatMap(List::stream)
                .toList();
        return places.isEmpty() ? null : places.getFirst();
    }

    private static List<DamagedPlace> of(
            long position, byte @Nullable [] data, byte @Nullable [] stored, List<Span> commands) {
        try {
            if (data == null || stored == null) {
                return List.of();
            }
            Hash leafHash = Hash.of(stored);
            return List.of(new DamagedPlace(LeafBinding.leaf(position, data, leafHash), leafHash, commands));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /**
     * The SHA-256 of PostgreSQL's binary COPY of the position's row, of its tags and type in the tag index, a row for each, and of the
     * commands that cover it. The latter two are found by scanning their tables.
     */
    public static Hash sha256(Connection connection, long position) throws SQLException {
        return sha256(connection, position, UnaryOperator.identity());
    }

    /** The same as it will be when body and salt are removed. */
    public static Hash redactedSha256(Connection connection, long position) throws SQLException {
        return sha256(
                connection,
                position,
                part -> part.replace(" body, salt,", " CAST(NULL AS bytea) AS body, CAST(NULL AS bytea) AS salt,"));
    }

    private static Hash sha256(Connection connection, long position, UnaryOperator<String> change) throws SQLException {
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        for (String part : PARTS) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + change.apply(part).replace("$", Long.toString(position))
                            + ") TO STDOUT (FORMAT binary)");
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                found.writeBytes(message);
            }
        }
        return Hash.sha256(found.toByteArray());
    }
}

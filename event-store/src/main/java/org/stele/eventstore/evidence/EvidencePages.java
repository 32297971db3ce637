package org.stele.eventstore.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;

/** An EvidencePages reads the events of a ledger in order, each with the opening of its leaf if requested. */
final class EvidencePages {

    /** Few, since one body may have a mebibyte. */
    private static final int PAGE = 128;

    /** One event of a page; salt and body are null where they were not requested. */
    record Event(long position, byte[] leaf, byte @Nullable [] salt, byte @Nullable [] body) {}

    private static final String EVENTS = """
            SELECT position, leaf, CASE WHEN opens THEN salt END AS salt, CASE WHEN opens THEN body END AS body
            FROM (SELECT position, leaf, salt, body, ?::bytea IS NULL OR position(?::bytea IN leaf) > 0 AS opens
                FROM ledger.event WHERE position > ? AND position <= ? ORDER BY position LIMIT %s) e
            ORDER BY position
            """.formatted(PAGE);

    private static final String OF_STATE = """
            SELECT e.position, e.leaf, e.salt, e.body FROM %s
            WHERE r.key = ? AND r.block >= ? AND e.position > ? AND e.position <= ? AND position(?::bytea IN e.leaf) > 0
            ORDER BY r.block, %s LIMIT %s
            """.formatted(IndexSql.HITS, IndexSql.POSITION, PAGE);

    /** Sizes of one row; PostgreSQL stores the length of a long body beside it and need not read the body. */
    private static final String BODY_BYTES =
            "SELECT sum(octet_length(body))::bigint AS bytes FROM ledger.event WHERE position <= ?";

    private static final String BODY_BYTES_OF_STATE = """
            SELECT sum(octet_length(e.body))::bigint AS bytes
            FROM %s
            WHERE r.key = ? AND e.position <= ? AND position(?::bytea IN e.leaf) > 0
            """.formatted(IndexSql.HITS);

    private EvidencePages() {}

    /** A text that only the leaves of this State contain: every leaf has one form. */
    static byte[] inLeaf(String state) {
        return ("\"state\":\"" + state + "\"").getBytes(US_ASCII);
    }

    /** The next events of the ledger; only those of the State are opened, or all if there is none. */
    static List<Event> all(Connection connection, @Nullable String state, long after, long upTo) throws SQLException {
        return Query.list(
                connection,
                EVENTS,
                statement -> {
                    statement.setBytes(1, state == null ? null : inLeaf(state));
                    statement.setBytes(2, state == null ? null : inLeaf(state));
                    statement.setLong(3, after);
                    statement.setLong(4, upTo);
                },
                row -> new Event(
                        row.getLong("position"), row.getBytes("leaf"), row.getBytes("salt"), row.getBytes("body")));
    }

    /**
     * The next events of one State.
     *
     * @param stateTag the hash of the tag that names it
     */
    static List<Event> of(Connection connection, long stateTag, String state, long after, long upTo)
            throws SQLException {
        return Query.list(
                connection,
                OF_STATE,
                statement -> {
                    statement.setLong(1, stateTag);
                    statement.setLong(2, IndexRun.block(after + 1));
                    statement.setLong(3, after);
                    statement.setLong(4, upTo);
                    statement.setBytes(5, inLeaf(state));
                },
                row -> new Event(
                        row.getLong("position"), row.getBytes("leaf"), row.getBytes("salt"), row.getBytes("body")));
    }

    /** The total size of the bodies of all events up to a size, or of those of a State. */
    static long bodyBytes(Connection connection, long stateTag, @Nullable String state, long upTo) throws SQLException {
        Long bytes = Query.one(
                connection,
                state == null ? BODY_BYTES : BODY_BYTES_OF_STATE,
                statement -> {
                    if (state != null) {
                        statement.setLong(1, stateTag);
                        statement.setBytes(3, inLeaf(state));
                    }
                    statement.setLong(state == null ? 1 : 2, upTo);
                },
                row -> row.getLong("bytes"));
        return bytes == null ? 0 : bytes;
    }
}

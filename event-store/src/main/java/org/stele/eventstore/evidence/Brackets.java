package org.stele.eventstore.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;

/**
 * Brackets are the witnessed checkpoints that bound when events were recorded (docs/spec/ledger.md, section 9.6): for a
 * few events the nearest ones below and above each, for many events an even selection.
 *
 * @param size of the bundle
 */
record Brackets(Connection connection, long size) {

    private static final int MAX_EVENTS = 500;

    private static final String BELOW = """
            (SELECT k.size FROM ledger.cosignature k WHERE k.log = 'ledger' AND k.size < wanted.position
             ORDER BY k.size DESC LIMIT 1)
            """;
    private static final String ABOVE = """
            (SELECT k.size FROM ledger.cosignature k WHERE k.log = 'ledger' AND k.size >= wanted.position
             ORDER BY k.size LIMIT 1)
            """;

    private static final String OF_EVENTS = "SELECT " + BELOW + " AS below, " + ABOVE + " AS above FROM ("
            + "SELECT " + IndexSql.POSITION + " AS position FROM " + IndexSql.RUNS
            + " WHERE r.key = ? AND " + IndexSql.POSITION + " <= ? ORDER BY r.block, position LIMIT 500) wanted";

    private static final String SPREAD = "SELECT " + BELOW + " AS below, " + ABOVE + " AS above FROM ("
            + "SELECT 1 + (i * ?::bigint) / 500 AS position FROM generate_series(0, 499) i) wanted";

    /**
     * Ascending, from 1 and below the bundle's own.
     *
     * @param stateTag the hash of the tag that the events have
     * @param events how many they are
     */
    SortedSet<Long> sizes(long stateTag, long events) throws SQLException {
        SortedSet<Long> sizes = new TreeSet<>();
        boolean isFew = events <= MAX_EVENTS;
        Query.list(
                connection,
                isFew ? OF_EVENTS : SPREAD,
                statement -> {
                    statement.setLong(1, isFew ? stateTag : size);
                    if (isFew) {
                        statement.setLong(2, size);
                    }
                },
                row -> sizes.addAll(List.of(row.getLong("below"), row.getLong("above"))));
        return new TreeSet<>(sizes.headSet(size).tailSet(1L));
    }
}

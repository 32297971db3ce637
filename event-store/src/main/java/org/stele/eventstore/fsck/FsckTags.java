package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.IndexRows.TagRow;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.jdbc.CopyRowReader;
import org.stele.eventstore.jdbc.CopyTableReader;
import org.stele.eventstore.jdbc.Query;

/** An FsckTags compares the rows of the tag index with the tags of the events. */
final class FsckTags {

    private final MultisetDigest tally = new MultisetDigest();
    private final Tolerance tolerance;
    private long expectedCount;

    FsckTags(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /** An empty part, for the expected rows of some events. */
    MultisetDigest.Partial part() {
        return tally.part();
    }

    /** Adds the expected rows of some events. */
    void expect(MultisetDigest.Partial part, long count) {
        tally.expect(part);
        expectedCount += count;
    }

    /** The number of rows expected. */
    long count() {
        return expectedCount;
    }

    /** @param size of the ledger */
    void check(CopyTableReader tables, Connection connection, long size) throws SQLException, IntegrityViolation {
        tally.reach(size);
        tables.each("event_tag", "SELECT tag, position, type FROM ledger.event_tag", this::found, tally::find);
        int span = tally.firstDifferent();
        if (span >= 0) {
            throw firstWrong(connection, (long) span * MultisetDigest.RANGE);
        }
        if (tally.hasStrays()) {
            throw stray(connection, tally.end());
        }
    }

    private MultisetDigest.Partial found(List<CopyRowReader> rows) {
        MultisetDigest.Partial part = tally.part();
        for (CopyRowReader row : rows) {
            long tag = row.number();
            long position = row.number();
            if (!tolerance.covers(position)) {
                part.add(position, tag, row.bytes());
            }
        }
        return part;
    }

    private IntegrityViolation firstWrong(Connection connection, long after) throws SQLException {
        List<TagRow> expected = expected(connection, after);
        return new RangeDiff<>(expected, stored(connection, after, expected.size()), TagRow::position)
                .firstWrong(
                        row -> "event %s: event_tag has no row with tag %s and type %s"
                                .formatted(row.position(), row.tag(), row.type()),
                        FsckTags::surplus);
    }

    /** From the columns, which were found to match the bodies. */
    private List<TagRow> expected(Connection connection, long after) throws SQLException {
        List<TagRow> expected = new ArrayList<>();
        Query.list(
                connection,
                """
                SELECT position, type, tags FROM ledger.event
                WHERE position > ? AND position <= ? AND position <> ALL (?) ORDER BY position LIMIT ?
                """,
                statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, after + MultisetDigest.RANGE);
                    statement.setArray(3, connection.createArrayOf("bigint", tolerance.positions()));
                    statement.setInt(4, MultisetDigest.RANGE);
                },
                row -> {
                    long position = row.getLong("position");
                    String type = row.getString("type");
                    for (long tag : TagHash.distinct(Query.strings(row, "tags"))) {
                        expected.add(new TagRow(tag, position, type));
                    }
                    return position;
                });
        expected.sort(Comparator.comparingLong(TagRow::position).thenComparingLong(TagRow::tag));
        return expected;
    }

    /** One row more than expected is enough to show the first difference. */
    private List<TagRow> stored(Connection connection, long after, int expectedCount) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT tag, position, type FROM ledger.event_tag
                WHERE position > ? AND position <= ? AND position <> ALL (?) ORDER BY position, tag LIMIT ?
                """,
                statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, after + MultisetDigest.RANGE);
                    statement.setArray(3, connection.createArrayOf("bigint", tolerance.positions()));
                    statement.setInt(4, expectedCount + 1);
                },
                row -> new TagRow(row.getLong("tag"), row.getLong("position"), row.getString("type")));
    }

    private static IntegrityViolation stray(Connection connection, long end) throws SQLException {
        List<TagRow> strays = Query.list(
                connection,
                """
                SELECT tag, position, type FROM ledger.event_tag
                WHERE position < 1 OR position > ? ORDER BY position, tag LIMIT 1
                """,
                statement -> statement.setLong(1, end),
                row -> new TagRow(row.getLong("tag"), row.getLong("position"), row.getString("type")));
        return new IntegrityViolation(surplus(strays.get(0)));
    }

    private static String surplus(TagRow row) {
        return "event_tag (tag %s, position %s): no event accounts for this row".formatted(row.tag(), row.position());
    }
}

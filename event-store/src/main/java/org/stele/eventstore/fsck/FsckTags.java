package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.IndexRows.TagRow;
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.event.TypeHash;
import org.stele.eventstore.jdbc.CopyRowReader;
import org.stele.eventstore.jdbc.CopyTableReader;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;

/** An FsckTags compares the entries of the tag index with the tags of the events. */
final class FsckTags {

    private static final String ENTRY = "r.key AS tag, " + IndexSql.POSITION + " AS position, r.type";

    private final MultisetDigest tally = new MultisetDigest();
    private final Tolerance tolerance;
    private @Nullable TagRow misplaced;
    private long expectedCount;

    FsckTags(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /** An empty part, for the expected entries of some events. */
    MultisetDigest.Partial part() {
        return tally.part();
    }

    /** Adds the expected entries of some events. */
    void expect(MultisetDigest.Partial part, long count) {
        tally.expect(part);
        expectedCount += count;
    }

    /** The number of entries expected. */
    long count() {
        return expectedCount;
    }

    /** @param size of the ledger */
    void check(CopyTableReader tables, Connection connection, long size) throws SQLException, IntegrityViolation {
        tally.reach(size);
        tables.each("index_run", "SELECT r.block, " + ENTRY + " FROM " + IndexSql.RUNS, this::found, this::find);
        int span = tally.firstDifferent();
        if (span >= 0) {
            throw firstWrong(connection, (long) span * MultisetDigest.RANGE);
        }
        if (tally.hasStrays()) {
            throw stray(connection, tally.end());
        }
        if (misplaced != null) {
            throw new IntegrityViolation(surplus(misplaced));
        }
    }

    /** What one batch of the table's rows holds. */
    private record Found(
            MultisetDigest.Partial entries, @Nullable TagRow misplaced) {}

    private Found found(List<CopyRowReader> rows) {
        MultisetDigest.Partial part = tally.part();
        TagRow misplacedHere = null;
        for (CopyRowReader row : rows) {
            long block = row.number();
            TagRow entry = new TagRow(row.number(), row.number(), row.integer());
            if (tolerance.covers(entry.position())) {
                continue;
            }
            // A place beyond its block is not found by those who read from a position on: no entry at all.
            if (block == IndexRun.block(entry.position())) {
                part.add(entry.position(), entry.tag(), bytes(entry.type()));
            } else {
                misplacedHere = entry;
            }
        }
        return new Found(part, misplacedHere);
    }

    private void find(Found found) {
        tally.find(found.entries());
        misplaced = misplaced == null ? found.misplaced() : misplaced;
    }

    /** As the digest of an entry has its type. */
    static byte[] bytes(int type) {
        return new byte[] {(byte) (type >> 24), (byte) (type >> 16), (byte) (type >> 8), (byte) type};
    }

    private IntegrityViolation firstWrong(Connection connection, long after) throws SQLException {
        List<TagRow> expected = expected(connection, after);
        return new RangeDiff<>(expected, stored(connection, after, expected.size()), TagRow::position)
                .firstWrong(
                        row -> "event %s: index_run has no entry with key %s and type %s"
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
                    int type = TypeHash.of(row.getString("type"));
                    for (long tag : TagHash.distinct(Query.strings(row, "tags"))) {
                        expected.add(new TagRow(tag, position, type));
                    }
                    return position;
                });
        expected.sort(Comparator.comparingLong(TagRow::position).thenComparingLong(TagRow::tag));
        return expected;
    }

    /** One entry more than expected is enough to show the first difference. */
    private List<TagRow> stored(Connection connection, long after, int expectedCount) throws SQLException {
        return Query.list(
                connection,
                """
                SELECT %s FROM %s
                WHERE %s > ? AND %3$s <= ? AND %3$s <> ALL (?) AND o.place BETWEEN 1 AND %s ORDER BY position, tag LIMIT ?
                """.formatted(ENTRY, IndexSql.RUNS, IndexSql.POSITION, IndexRun.BLOCK_EVENTS),
                statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, after + MultisetDigest.RANGE);
                    statement.setArray(3, connection.createArrayOf("bigint", tolerance.positions()));
                    statement.setInt(4, expectedCount + 1);
                },
                FsckTags::entry);
    }

    private static IntegrityViolation stray(Connection connection, long end) throws SQLException {
        List<TagRow> strays = Query.list(
                connection,
                """
                SELECT %s FROM %s
                WHERE %s < 1 OR %3$s > ? ORDER BY position, tag LIMIT 1
                """.formatted(ENTRY, IndexSql.RUNS, IndexSql.POSITION),
                statement -> statement.setLong(1, end),
                FsckTags::entry);
        return new IntegrityViolation(surplus(strays.get(0)));
    }

    private static TagRow entry(ResultSet row) throws SQLException {
        return new TagRow(row.getLong("tag"), row.getLong("position"), row.getInt("type"));
    }

    private static String surplus(TagRow row) {
        return "index_run (key %s, position %s): no event accounts for this entry".formatted(row.tag(), row.position());
    }
}

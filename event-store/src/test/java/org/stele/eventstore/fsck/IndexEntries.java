package org.stele.eventstore.fsck;

import java.util.Locale;
import org.stele.eventstore.event.IndexRun;

/** The IndexEntries are statements that change single entries of the tag index, whose rows hold several. */
public final class IndexEntries {

    private static final String SPLIT = """
            WITH gone AS (DELETE FROM ledger.index_run WHERE %s RETURNING key, block, type, first, more)
            INSERT INTO ledger.index_run (key, block, type, first, more)
            SELECT key, block, type, o.place, NULL FROM gone
            CROSS JOIN LATERAL unnest(array_prepend(first, more)) AS o (place)
            """;

    private IndexEntries() {}

    /** Makes a row of each entry: the same index, in other rows. */
    public static String split() {
        return SPLIT.formatted("true");
    }

    /** Makes a row of each entry of a key in the block of a position. */
    static String split(long key, long position) {
        return SPLIT.formatted("key = %s AND block = %s".formatted(key, IndexRun.block(position)));
    }

    /** Where the entries of a position are, once rows are split. */
    public static String at(long position) {
        return String.format(
                Locale.ROOT, " WHERE block = %s AND first = %s", IndexRun.block(position), IndexRun.place(position));
    }

    static String at(long key, long position) {
        return at(position) + " AND key = " + key;
    }

    /** Takes away all entries of a position. */
    public static String[] deleted(long position) {
        return new String[] {split(), "DELETE FROM ledger.index_run" + at(position)};
    }

    public static String added(long key, long position, int type) {
        return "INSERT INTO ledger.index_run (key, block, type, first) VALUES (%s, %s, %s, %s)"
                .formatted(key, IndexRun.block(position), type, IndexRun.place(position));
    }
}

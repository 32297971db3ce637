package org.stele.eventstore.jdbc;

/** How statements read the tag index, whose runs become a row for each event that they name. Every name is qualified. */
public final class IndexSql {

    /** What stands behind FROM: a run {@code r}, and each place {@code o.place} that it names. */
    public static final String RUNS = "ledger.index_run r"
            + " CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.array_prepend(r.first, r.more)) AS o (place)";

    /** The position of the event that a row of {@link #RUNS} names. */
    public static final String POSITION = "(r.block * 1024 + o.place)";

    /** A row for each hit, with its event {@code e}. */
    public static final String HITS = RUNS + " JOIN ledger.event e ON e.position = " + POSITION;

    /** The hash of an event's own type, as runs have it. */
    public static final String TYPE_OF_EVENT =
            "('x' || pg_catalog.encode(pg_catalog.substr(pg_catalog.sha256(pg_catalog.convert_to(e.type, 'UTF8')), 1, 4),"
                    + " 'hex'))::bit(32)::pg_catalog.int4";

    /**
     * Two types may have one hash; then the event's own type tells which it is. Two parameters: the types that are
     * asked for, as hashes and as they are. The index is believed where the event's type has another hash: the row may
     * have been changed.
     */
    public static final String OF_TYPES =
            "r.type = ANY (?::pg_catalog.int4[]) AND (e.type = ANY (?::pg_catalog.text[]) OR " + TYPE_OF_EVENT
                    + " <> r.type)";

    private IndexSql() {}
}

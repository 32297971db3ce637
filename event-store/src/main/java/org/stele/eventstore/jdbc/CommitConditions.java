package org.stele.eventstore.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * CommitConditions are what a connection commits under: the durability and other settings in force, and the state of the tables, their
 * triggers and the guard of appends, identified by the transactions that defined them. They are read before everything
 * is examined, and must be unchanged at the end of each transaction that writes: during a write nobody can alter the
 * tables.
 *
 * @param text null where any will do
 */
public record CommitConditions(@Nullable String text) {

    /** The SQLSTATE that says that they have changed. */
    public static final String CHANGED = "LT003";

    private static final String OF_TABLES = """
            OPERATOR(pg_catalog.=) ANY (ARRAY['ledger.event'::pg_catalog.regclass, 'ledger.index_run'::pg_catalog.regclass,
                'ledger.merkle_tile'::pg_catalog.regclass, 'ledger.command'::pg_catalog.regclass]::pg_catalog.oid[])""";

    /** Every name is qualified, operators included, so that no other object can take its place. */
    private static final String FOUND = """
            pg_catalog.concat_ws(' ', pg_catalog.current_setting('synchronous_commit'),
                pg_catalog.current_setting('fsync'), pg_catalog.current_setting('full_page_writes'),
                pg_catalog.current_setting('search_path'), pg_catalog.current_setting('client_min_messages'),
                pg_catalog.current_setting('session_replication_role'), pg_catalog.current_setting('zero_damaged_pages'),
                pg_catalog.current_setting('ignore_checksum_failure'),
                (SELECT pg_catalog.array_agg(c.xmin) FROM pg_catalog.pg_class c WHERE c.oid %1$s),
                (SELECT pg_catalog.array_agg(t.xmin) FROM pg_catalog.pg_trigger t WHERE t.tgrelid %1$s),
                (SELECT pg_catalog.array_agg(r.xmin) FROM pg_catalog.pg_rewrite r WHERE r.ev_class %1$s),
                (SELECT p.xmin FROM pg_catalog.pg_proc p WHERE p.oid OPERATOR(pg_catalog.=)
                    'ledger.require_tip(pg_catalog.int8, pg_catalog.bytea, pg_catalog.timestamptz)'::pg_catalog.regprocedure))
            """.replace("%1$s", OF_TABLES);

    /** One parameter, {@link #bind}. Only an error prevents the COMMIT that is sent in the same message. */
    public static final String REQUIRE = """
            SELECT CASE WHEN now.found OPERATOR(pg_catalog.=) COALESCE(?::pg_catalog.text, now.found) THEN 0
                ELSE pg_catalog.concat('LT003 ', now.found)::pg_catalog.int4 END
            FROM (SELECT %s AS found OFFSET 0) now""".replace("%s", FOUND);

    public static CommitConditions read(Connection connection) throws SQLException {
        return new CommitConditions(
                Query.one(connection, "SELECT " + FOUND + " AS found", statement -> {}, row -> row.getString("found")));
    }

    public void bind(PreparedStatement statement, int parameter) throws SQLException {
        statement.setString(parameter, text);
    }
}

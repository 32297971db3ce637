package org.stele.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The FsckGuard looks whether the tables still refuse changes. Whoever owns them can switch that off, and would leave no other
 * trace until a row is changed, or a new one is written that is not what was to be recorded.
 */
final class FsckGuard {

    /** The tables, of whatever kind they may be by now. */
    private static final String TABLES = """
            WITH wanted (name) AS (VALUES ('event'), ('event_tag'), ('merkle_tile'), ('command'),
                ('checkpoint'), ('cosignature'), ('state_heads'), ('signing_key'), ('signing_chain')),
            relation AS (
                SELECT w.name, c.oid, c.relkind, c.relpersistence, c.relhasrules, c.relrowsecurity, c.relowner, c.relacl
                FROM wanted w LEFT JOIN pg_catalog.pg_class c
                    ON c.relname = w.name AND c.relnamespace = 'ledger'::pg_catalog.regnamespace)
            """;

    private static final String SHAPE = TABLES + """
            SELECT CASE
                WHEN relkind IS DISTINCT FROM 'r' OR relpersistence <> 'p' THEN name || ' is not an ordinary table'
                WHEN relhasrules THEN name || ' has a rule that rewrites statements'
                WHEN relrowsecurity THEN name || ' has row security, which hides rows'
                WHEN EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE inhrelid = oid OR inhparent = oid)
                    THEN name || ' is a child or a parent of another table'
                WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE contype = 'f' AND relation.oid IN (conrelid, confrelid))
                    THEN name || ' has a foreign key'
                ELSE '' END AS wrong
            FROM relation ORDER BY wrong DESC LIMIT 1
            """;

    /** The types are bits: 1 for each row, 2 before, 8 delete, 16 update, 32 truncate. */
    private static final String TRIGGERS = TABLES + """
            , trigger AS (
                SELECT r.name, t.tgname, t.tgtype, t.tgenabled = 'A' AND t.tgqual IS NULL AND t.tgattr = ''
                    AND f.proname = 'refuse_change' AND f.pronamespace = 'ledger'::pg_catalog.regnamespace
                    AND pg_catalog.encode(pg_catalog.sha256(f.prosrc::bytea), 'hex') = ? AS refuses
                FROM relation r JOIN pg_catalog.pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
                JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid)
            SELECT r.name || CASE
                WHEN NOT EXISTS (SELECT FROM trigger t WHERE t.name = r.name AND t.tgtype = 27 AND t.refuses)
                    THEN ': no trigger refuses UPDATE and DELETE'
                WHEN NOT EXISTS (SELECT FROM trigger t WHERE t.name = r.name AND t.tgtype = 34 AND t.refuses)
                    THEN ': no trigger refuses TRUNCATE'
                ELSE ' has a trigger that does not belong to it' END AS wrong
            FROM relation r
            WHERE (SELECT pg_catalog.array_agg(tgtype || ' ' || refuses ORDER BY tgtype) FROM trigger t WHERE t.name = r.name)
                IS DISTINCT FROM ARRAY['27 true', '34 true']
            ORDER BY wrong LIMIT 1
            """;

    private static final String KEYS = """
            SELECT 'the key ' || name || ' is missing or not valid' AS wrong
            FROM (VALUES ('event_position'), ('event_id_once'), ('event_tag_once'), ('merkle_tile_once'), ('command_once'),
                ('checkpoint_once'), ('cosignature_once'), ('state_heads_index'), ('state_heads_once'), ('signing_key_once'), ('signing_chain_once'))
                AS wanted (name)
            WHERE NOT EXISTS (
                SELECT FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid
                WHERE k.conname = name AND k.connamespace = 'ledger'::pg_catalog.regnamespace
                    AND i.indisunique AND i.indisvalid AND NOT k.condeferrable)
            ORDER BY name LIMIT 1
            """;

    private static final String RIGHTS = TABLES + """
            , granted AS (
                SELECT name, relowner, (pg_catalog.aclexplode(relacl)).* FROM relation
                UNION ALL
                SELECT name, relowner, (pg_catalog.aclexplode(attacl)).*
                FROM relation JOIN pg_catalog.pg_attribute ON attrelid = oid)
            SELECT pg_catalog.format('%s may %s %s', coalesce(rolname, 'everybody'), privilege_type, name) AS wrong
            FROM granted LEFT JOIN pg_catalog.pg_roles ON oid = grantee
            WHERE grantee <> relowner AND privilege_type <> 'SELECT' AND (rolname, privilege_type) IS DISTINCT FROM (?, 'INSERT')
            UNION ALL
            SELECT pg_catalog.format('%s may act as the owner of %s', rolname, name)
            FROM relation JOIN pg_catalog.pg_roles ON rolname IN (?, ?)
            WHERE pg_catalog.pg_has_role(rolname, relowner, 'MEMBER')
            ORDER BY wrong LIMIT 1
            """;

    /** Of the text of ledger.refuse_change(), as the first migration made it. */
    private static final String REFUSAL_SHA256 = "fce3a81cae2c075f434f62a217bf67ea6bf712e2be76c69046bd38d79a598331";

    private FsckGuard() {}

    static void check(Connection connection) throws SQLException, Wrong {
        require(connection, SHAPE, statement -> {});
        require(connection, KEYS, statement -> {});
        require(connection, TRIGGERS, statement -> statement.setString(1, REFUSAL_SHA256));
        require(connection, RIGHTS, statement -> {
            statement.setString(1, LedgerRoles.COMMAND);
            statement.setString(2, LedgerRoles.COMMAND);
            statement.setString(3, LedgerRoles.QUERY);
        });
    }

    private static void require(Connection connection, String sql, Query.Parameters parameters)
            throws SQLException, Wrong {
        String wrong = Query.one(connection, sql, parameters, row -> row.getString("wrong"));
        if (wrong != null && !wrong.isEmpty()) {
            throw new Wrong("guard: " + wrong);
        }
    }
}

package org.stele.eventstore.guard;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stele.eventstore.jdbc.Query;

/**
 * A GuardLines is everything in a database that the ledger relies on, except its rows, one line per object: its name
 * and its state. Every name is qualified, so that no other function or table can take its place.
 */
final class GuardLines {

    /** What only the ledger's own tables are examined for: those of its schema, except the migration history. */
    private static final String RELATIONS = """
            WITH schema AS (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = 'ledger'),
            relation AS (
                SELECT c.* FROM pg_catalog.pg_class c JOIN schema ON schema.oid = c.relnamespace
                WHERE c.relkind NOT IN ('i', 'I', 't', 'c') AND c.relname <> 'flyway_schema_history'),
            """;

    private static final String TABLES = """
            tables AS (
                SELECT 'table ' || relname AS name,
                    pg_catalog.concat_ws(' ', relkind, relpersistence, amname, CASE WHEN relrowsecurity THEN 'row security' END,
                        CASE WHEN relispartition THEN 'partition' END) AS text
                FROM relation LEFT JOIN pg_catalog.pg_am ON pg_am.oid = relam),
            columns AS (
                SELECT pg_catalog.format('column %s of %s', attname, relname),
                    pg_catalog.concat_ws(' ', pg_catalog.format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'not null' END,
                        nullif(attgenerated, ''), nullif(attidentity, ''), pg_catalog.pg_get_expr(adbin, adrelid),
                        CASE WHEN attcollation NOT IN (0, 100) THEN 'collation ' || attcollation END)
                FROM relation JOIN pg_catalog.pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
                LEFT JOIN pg_catalog.pg_attrdef ON adrelid = attrelid AND adnum = attnum),
            parents AS (
                SELECT pg_catalog.format('inheritance of %s from %s', inhrelid::regclass, inhparent::regclass), 'inherits'
                FROM pg_catalog.pg_inherits
                WHERE inhrelid IN (SELECT oid FROM relation) OR inhparent IN (SELECT oid FROM relation)),
            """;

    private static final String CODE = """
            functions AS (
                SELECT pg_catalog.format('function %s(%s)', proname, pg_catalog.pg_get_function_identity_arguments(p.oid)),
                    pg_catalog.concat_ws(' ', lanname, prokind, provolatile, CASE WHEN prosecdef THEN 'security definer' END,
                        pg_catalog.format_type(prorettype, NULL), proconfig::text, probin,
                        pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(prosrc, 'UTF8')), 'hex'))
                FROM pg_catalog.pg_proc p JOIN schema ON schema.oid = pronamespace
                JOIN pg_catalog.pg_language l ON l.oid = prolang),
            triggers AS (
                SELECT pg_catalog.format('trigger %s on %s', CASE WHEN tgisinternal THEN 'of a foreign key' ELSE tgname END, relname),
                    pg_catalog.concat_ws(' ', tgtype, tgenabled, nspname || '.' || proname, CASE WHEN tgqual IS NOT NULL THEN 'when' END,
                        CASE WHEN tgdeferrable THEN 'deferrable' END, nullif(tgattr::text, ''), nullif(tgnargs, 0))
                FROM relation JOIN pg_catalog.pg_trigger t ON tgrelid = relation.oid
                JOIN pg_catalog.pg_proc p ON p.oid = tgfoid JOIN pg_catalog.pg_namespace n ON n.oid = pronamespace),
            rules AS (
                SELECT pg_catalog.format('rule %s on %s', rulename, relname), pg_catalog.concat_ws(' ', ev_type, ev_enabled)
                FROM relation JOIN pg_catalog.pg_rewrite ON ev_class = relation.oid),
            policies AS (
                SELECT pg_catalog.format('policy %s on %s', polname, relname), polcmd::text
                FROM relation JOIN pg_catalog.pg_policy ON polrelid = relation.oid),
            logins AS (
                SELECT pg_catalog.format('event trigger %s at login', evtname), evtenabled::text
                FROM pg_catalog.pg_event_trigger WHERE evtevent = 'login' AND evtenabled <> 'D'),
            """;

    private static final String KEYS = """
            constraints AS (
                SELECT pg_catalog.format('constraint %s of %s', conname, relname),
                    pg_catalog.concat_ws(' ', contype, conkey::text, CASE WHEN condeferrable THEN 'deferrable' END,
                        CASE WHEN NOT convalidated THEN 'not validated' END,
                        CASE WHEN contype IN ('p', 'u') AND NOT (indisunique AND indisvalid AND indislive AND indpred IS NULL)
                            THEN 'index not valid' END,
                        pg_catalog.pg_get_expr(conbin, conrelid))
                FROM relation JOIN pg_catalog.pg_constraint ON relation.oid IN (conrelid, confrelid) AND contype <> 'n'
                LEFT JOIN pg_catalog.pg_index ON indexrelid = conindid),
            indexes AS (
                SELECT pg_catalog.format('index %s on %s', indexrelid::regclass, relname), 'computes'
                FROM relation JOIN pg_catalog.pg_index ON indrelid = relation.oid
                WHERE indexprs IS NOT NULL OR indpred IS NOT NULL OR EXISTS (
                    SELECT FROM pg_catalog.unnest(indclass::pg_catalog.oid[]) AS class WHERE class >= 16384)),
            """;

    private static final String RIGHTS = """
            granted AS (
                SELECT relname, relowner, (pg_catalog.aclexplode(relacl)).* FROM relation
                UNION ALL
                SELECT relname, relowner, (pg_catalog.aclexplode(attacl)).*
                FROM relation JOIN pg_catalog.pg_attribute ON attrelid = oid AND attacl IS NOT NULL),
            rights AS (
                SELECT pg_catalog.format('right of %s to %s', coalesce(rolname, 'everybody'), relname),
                    pg_catalog.string_agg(privilege_type, ' ' ORDER BY privilege_type)
                FROM granted LEFT JOIN pg_catalog.pg_roles r ON r.oid = grantee
                WHERE grantee <> relowner AND privilege_type <> 'SELECT' GROUP BY rolname, relname
                UNION ALL
                SELECT DISTINCT pg_catalog.format('right of %s to act as the owner of the ledger', rolname), 'member'
                FROM relation JOIN pg_catalog.pg_roles r ON rolname IN ('stele_command', 'stele_query', 'stele_bodies', 'stele_projection')
                WHERE pg_catalog.pg_has_role(r.oid, relowner, 'MEMBER')
                UNION ALL
                SELECT DISTINCT 'right of stele_query to read bodies', 'SELECT'
                FROM relation JOIN pg_catalog.pg_roles q ON q.rolname = 'stele_query'
                JOIN pg_catalog.pg_roles b ON b.rolname = 'stele_bodies'
                JOIN pg_catalog.pg_attribute a ON a.attrelid = relation.oid AND a.attname IN ('body', 'salt')
                WHERE relname = 'event' AND pg_catalog.has_table_privilege(b.oid, relation.oid, 'SELECT')
                    AND pg_catalog.has_column_privilege(q.oid, relation.oid, a.attnum, 'SELECT')),
            """;

    /** PostgreSQL's own objects, as far as they are called here; objects made later have numbers from 16384. */
    private static final String BUILT_IN = """
            replaced AS (
                SELECT DISTINCT pg_catalog.format('built-in function %s', p.oid::regprocedure), 'replaced'
                FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang
                WHERE p.pronamespace = 11 AND p.oid < 16384 AND l.lanname <> 'internal' AND p.proname IN ('pg_notify', 'unnest',
                    'array_agg', 'count', 'set_config', 'current_setting', 'clock_timestamp', 'concat', 'concat_ws', 'encode',
                    'pg_advisory_xact_lock', 'pg_logical_emit_message', 'texteq', 'int8eq', 'byteaeq', 'sha256', 'format',
                    'convert_from', 'convert_to', 'substr', 'array_prepend', 'json_extract_path_text', 'lower')
                UNION ALL
                SELECT pg_catalog.format('function %s', p.oid::regprocedure), 'beside a built-in one' FROM pg_catalog.pg_proc p
                WHERE p.pronamespace = 11 AND p.oid >= 16384 AND EXISTS (
                    SELECT FROM pg_catalog.pg_proc b WHERE b.proname = p.proname AND b.pronamespace = 11 AND b.oid < 16384)
                UNION ALL
                SELECT pg_catalog.format('operator %s', oid::regoperator), 'beside the built-in ones'
                FROM pg_catalog.pg_operator WHERE oprnamespace = 11 AND oid >= 16384
                UNION ALL
                SELECT pg_catalog.format('cast from %s to %s', castsource::regtype, casttarget::regtype), 'beside the built-in ones'
                FROM pg_catalog.pg_cast WHERE oid >= 16384 AND castsource < 16384 AND casttarget < 16384),
            """;

    /** A setting of a role or database applies to every connection that does not set it itself. */
    private static final String SETTINGS = """
            settings AS (
                SELECT pg_catalog.format('setting %s of %s', pg_catalog.split_part(setting, '=', 1),
                        CASE WHEN setrole = 0 THEN 'the database' ELSE 'the role ' || setrole::regrole END),
                    pg_catalog.substr(setting, pg_catalog.strpos(setting, '=') + 1)
                FROM pg_catalog.pg_db_role_setting, pg_catalog.unnest(setconfig) AS setting
                WHERE (setdatabase = 0 OR setdatabase = (
                        SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))
                    AND (setrole = 0 OR pg_catalog.pg_get_userbyid(setrole) IN (session_user, 'stele_command', 'stele_query',
                        'stele_bodies', 'stele_projection'))
                    AND pg_catalog.split_part(setting, '=', 1) IN ('search_path', 'synchronous_commit', 'session_replication_role', 'role',
                        'session_preload_libraries', 'local_preload_libraries', 'ignore_checksum_failure', 'row_security',
                        'zero_damaged_pages', 'client_min_messages', 'default_transaction_isolation', 'transform_null_equals')
                    AND setting NOT IN ('synchronous_commit=on', 'synchronous_commit=remote_apply',
                        'synchronous_commit=remote_write', 'client_min_messages=notice', 'client_min_messages=warning',
                        'row_security=on', 'ignore_checksum_failure=off', 'zero_damaged_pages=off',
                        'default_transaction_isolation=read committed', 'transform_null_equals=off'))
            """;

    private static final String SQL = RELATIONS + TABLES + CODE + KEYS + RIGHTS + BUILT_IN + SETTINGS + """
            SELECT name, text FROM tables UNION ALL SELECT * FROM columns UNION ALL SELECT * FROM parents
            UNION ALL SELECT * FROM functions UNION ALL SELECT * FROM triggers UNION ALL SELECT * FROM rules
            UNION ALL SELECT * FROM policies UNION ALL SELECT * FROM logins UNION ALL SELECT * FROM constraints
            UNION ALL SELECT * FROM indexes UNION ALL SELECT * FROM rights UNION ALL SELECT * FROM replaced
            UNION ALL SELECT * FROM settings
            """;

    private GuardLines() {}

    /** No limit: one line per defined object, some hundred for a ledger. */
    static SortedMap<String, String> read(Connection connection) throws SQLException {
        SortedMap<String, String> lines = new TreeMap<>();
        Query.list(
                connection,
                SQL,
                statement -> {},
                row -> lines.merge(row.getString("name"), row.getString("text"), (one, other) -> one + ", " + other));
        return lines;
    }
}

package org.stele.eventstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A SessionSettings is the settings of a connection to the ledger, whatever a role or a database has. */
public final class SessionSettings {

    /**
     * Unqualified names are PostgreSQL's own. A commit is confirmed only when it is on disk; a setting that also waits
     * for a standby is kept. A commit that a standby did not confirm gives a warning.
     */
    public static final String SQL = """
            SET search_path = pg_catalog, pg_temp;
            SET client_min_messages = warning;
            SET default_transaction_isolation = 'read committed';
            SET transform_null_equals = off;
            SELECT pg_catalog.set_config('synchronous_commit', 'on', false)
            WHERE pg_catalog.current_setting('synchronous_commit') IN ('off', 'local');
            """;

    private static final String WRONGS = """
            SELECT pg_catalog.concat(name, ' is ', setting) AS wrong
            FROM (SELECT name, pg_catalog.current_setting(name) AS setting, wanted
                FROM (VALUES ('zero_damaged_pages', ARRAY['off']), ('ignore_checksum_failure', ARRAY['off']),
                    ('session_replication_role', ARRAY['origin']), ('search_path', ARRAY['pg_catalog, pg_temp']),
                    ('synchronous_commit', ARRAY['on', 'remote_apply', 'remote_write']),
                    ('client_min_messages', ARRAY['warning'])) AS asked (name, wanted)) now
            WHERE setting <> ALL (wanted) ORDER BY name LIMIT 10
            """;

    private SessionSettings() {}

    /** The settings in force on a connection that must not be. */
    public static List<String> wrongs(Connection connection) throws SQLException {
        return Query.list(connection, WRONGS, statement -> {}, row -> row.getString("wrong"));
    }
}

package org.stele.benchmarks;

import java.sql.SQLException;

/**
 * The EarlierTables are the tables of events as they were before the tag index had runs: a row for each tag of each
 * event, an index on event ids, the same triggers. The limit and the other stores that the engine is measured beside
 * write into them, as before.
 */
final class EarlierTables {

    static final String SCHEMA = "earlier";

    private static final String CREATE = """
            CREATE SCHEMA earlier;
            CREATE TABLE earlier.event (
                position bigint NOT NULL, event_id uuid NOT NULL, type text NOT NULL, recorded_at timestamptz NOT NULL,
                tags text[] NOT NULL, body bytea, salt bytea, leaf bytea NOT NULL, leaf_hash bytea NOT NULL,
                CONSTRAINT event_position PRIMARY KEY (position), CONSTRAINT event_id_once UNIQUE (event_id));
            CREATE TABLE earlier.event_tag (
                tag bigint NOT NULL, position bigint NOT NULL, type text NOT NULL,
                CONSTRAINT event_tag_once PRIMARY KEY (tag, position) INCLUDE (type));
            CREATE TABLE earlier.merkle_tile (
                level int NOT NULL, index bigint NOT NULL, hashes bytea NOT NULL,
                CONSTRAINT merkle_tile_once PRIMARY KEY (level, index));
            CREATE TABLE earlier.command (
                scope text NOT NULL, command_id uuid NOT NULL, request_sha256 bytea NOT NULL, first_position bigint NOT NULL,
                event_count int NOT NULL, CONSTRAINT command_once PRIMARY KEY (scope, command_id));
            DO $$
            DECLARE
                name text;
            BEGIN
                FOREACH name IN ARRAY ARRAY['event', 'event_tag', 'merkle_tile', 'command'] LOOP
                    EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON earlier.%I
                                    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change()', name);
                    EXECUTE format('CREATE TRIGGER insert_only_truncate BEFORE TRUNCATE ON earlier.%I
                                    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', name);
                    EXECUTE format('ALTER TABLE earlier.%I ENABLE ALWAYS TRIGGER insert_only', name);
                    EXECUTE format('ALTER TABLE earlier.%I ENABLE ALWAYS TRIGGER insert_only_truncate', name);
                    EXECUTE format('GRANT SELECT, INSERT ON earlier.%I TO stele_command', name);
                END LOOP;
            END $$;
            GRANT USAGE ON SCHEMA earlier TO stele_command
            """;

    private EarlierTables() {}

    static void create(LedgerDatabase database) throws SQLException {
        database.execute(CREATE);
    }

    /** Counts the rows: a run that did not write all is not a valid measurement. */
    static void require(LedgerDatabase database, long events, long commands) throws SQLException {
        long storedEvents = database.count("earlier.event");
        long storedCommands = database.count("earlier.command");
        if (storedEvents != events || storedCommands != commands) {
            throw new IllegalStateException("Expected " + events + " events and " + commands + " commands, but found "
                    + storedEvents + " and " + storedCommands);
        }
    }
}

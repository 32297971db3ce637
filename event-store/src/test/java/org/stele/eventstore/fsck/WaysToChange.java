package org.stele.eventstore.fsck;

import java.util.stream.Stream;

/** The WaysToChange are statements that change or remove what was recorded, or prepare to. */
public final class WaysToChange {

    private WaysToChange() {}

    public static Stream<String> ofEachTable() {
        return Tampering.TABLES.stream()
                .flatMap(table -> Stream.of(
                        "DELETE FROM ledger." + table,
                        "TRUNCATE ledger." + table,
                        "UPDATE ledger." + table + " SET "
                                + switch (table) {
                                    case "event" -> "type = 'other'";
                                    case "index_run" -> "type = 1";
                                    case "merkle_tile" -> "index = 9";
                                    default -> "event_count = 9";
                                }));
    }

    /** Statements that go round an UPDATE or DELETE that says so. */
    public static Stream<String> byStatement() {
        return Stream.of(
                "TRUNCATE ledger.event, ledger.index_run, ledger.merkle_tile, ledger.command",
                "TRUNCATE ledger.event RESTART IDENTITY CASCADE",
                "UPDATE ONLY ledger.event SET body = 'x' WHERE position = 1",
                "UPDATE ledger.event SET position = position WHERE position = 1",
                "DELETE FROM ledger.event USING ledger.index_run r WHERE r.block * 1024 + r.first = event.position",
                "DELETE FROM ledger.event WHERE ctid = '(0,1)'",
                "WITH gone AS (DELETE FROM ledger.event WHERE position = 1 RETURNING 1) SELECT count(*) FROM gone",
                "WITH changed AS (UPDATE ledger.event SET salt = decode(repeat('00', 16), 'hex') RETURNING 1) SELECT 1",
                """
                INSERT INTO ledger.command SELECT * FROM ledger.command
                ON CONFLICT (scope, command_id) DO UPDATE SET event_count = 9
                """,
                """
                INSERT INTO ledger.event SELECT * FROM ledger.event WHERE position = 1
                ON CONFLICT (position) DO UPDATE SET body = 'x'
                """,
                """
                MERGE INTO ledger.index_run r USING ledger.event e ON e.position = r.block * 1024 + r.first
                WHEN MATCHED THEN UPDATE SET type = 1
                """,
                """
                MERGE INTO ledger.index_run r USING ledger.event e ON e.position = r.block * 1024 + r.first
                WHEN MATCHED THEN DELETE
                """,
                "DO $$ BEGIN EXECUTE 'DELETE FROM ' || 'ledger.command'; END $$",
                "DO $$ DECLARE c CURSOR FOR SELECT * FROM ledger.event FOR UPDATE; r record;"
                        + " BEGIN OPEN c; FETCH c INTO r; DELETE FROM ledger.event WHERE CURRENT OF c; END $$",
                "PREPARE gone AS DELETE FROM ledger.event WHERE position = $1; EXECUTE gone(1)",
                "SET search_path = ledger; DELETE FROM event",
                "SET row_security = off; DELETE FROM ledger.event",
                "BEGIN ISOLATION LEVEL SERIALIZABLE; DELETE FROM ledger.event; COMMIT");
    }

    /** Statements that name another table or view, which whoever may not own one is refused first. */
    public static Stream<String> byParent() {
        return Stream.of(
                "CREATE TABLE ledger.parent (LIKE ledger.event); ALTER TABLE ledger.event INHERIT ledger.parent;"
                        + " DELETE FROM ledger.parent",
                "CREATE TABLE ledger.parent (LIKE ledger.event); ALTER TABLE ledger.event INHERIT ledger.parent;"
                        + " UPDATE ledger.parent SET body = 'x'",
                "CREATE TABLE ledger.parent (LIKE ledger.event); ALTER TABLE ledger.event INHERIT ledger.parent;"
                        + " TRUNCATE ledger.parent",
                "CREATE TABLE ledger.whole (LIKE ledger.event) PARTITION BY RANGE (position); ALTER TABLE ledger.whole"
                        + " ATTACH PARTITION ledger.event FOR VALUES FROM (1) TO (1000000); DELETE FROM ledger.whole",
                "CREATE TABLE ledger.whole (LIKE ledger.event) PARTITION BY RANGE (position); ALTER TABLE ledger.whole"
                        + " ATTACH PARTITION ledger.event FOR VALUES FROM (1) TO (1000000);"
                        + " UPDATE ledger.whole SET type = 'x'",
                "CREATE TABLE ledger.whole (LIKE ledger.event) PARTITION BY LIST (position); ALTER TABLE ledger.whole"
                        + " ATTACH PARTITION ledger.event DEFAULT; TRUNCATE ledger.whole",
                "CREATE TABLE ledger.origin AS SELECT event_id FROM ledger.event;"
                        + " ALTER TABLE ledger.origin ADD PRIMARY KEY (event_id); ALTER TABLE ledger.event ADD FOREIGN KEY"
                        + " (event_id) REFERENCES ledger.origin ON DELETE CASCADE; DELETE FROM ledger.origin",
                "CREATE TABLE ledger.origin AS SELECT event_id FROM ledger.event;"
                        + " ALTER TABLE ledger.origin ADD PRIMARY KEY (event_id); ALTER TABLE ledger.event ADD FOREIGN KEY"
                        + " (event_id) REFERENCES ledger.origin ON UPDATE CASCADE;"
                        + " UPDATE ledger.origin SET event_id = gen_random_uuid()",
                "CREATE VIEW ledger.seen AS SELECT * FROM ledger.event; UPDATE ledger.seen SET type = 'x'",
                "CREATE VIEW ledger.seen AS SELECT * FROM ledger.event; DELETE FROM ledger.seen",
                "CREATE RULE also AS ON INSERT TO ledger.command DO ALSO DELETE FROM ledger.index_run;"
                        + " INSERT INTO ledger.command SELECT 'x', command_id, request_sha256, 1, 1 FROM ledger.command",
                "CREATE FUNCTION ledger.erase() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'DELETE FROM ledger.event';"
                        + " SELECT ledger.erase()");
    }

    /** Definitions that would be of use to whoever may make them. */
    public static Stream<String> byDefinition() {
        return Stream.of(
                "CREATE TABLE ledger.other (x int)",
                "CREATE TABLE public.child () INHERITS (ledger.event)",
                "CREATE TABLE public.pointing (id bigint REFERENCES ledger.event (position) ON DELETE CASCADE)",
                "CREATE TEMP TABLE event (LIKE ledger.event)",
                "CREATE TEMP VIEW event AS SELECT * FROM ledger.event",
                "CREATE FUNCTION pg_temp.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "CREATE FUNCTION ledger.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT $1'",
                "CREATE FUNCTION public.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT $1'",
                "CREATE INDEX ON ledger.event (type)",
                "DROP INDEX ledger.event_position",
                "ALTER FUNCTION ledger.refuse_change() SECURITY DEFINER",
                "DROP FUNCTION ledger.refuse_change() CASCADE",
                "ALTER TRIGGER insert_only ON ledger.event RENAME TO other",
                "COMMENT ON TABLE ledger.event IS 'mine'",
                "BEGIN; LOCK TABLE ledger.event IN ACCESS EXCLUSIVE MODE");
    }

    /** Ways to become somebody who may. */
    public static Stream<String> byRights() {
        return Stream.of(
                "SET ROLE stele_owner",
                "SET ROLE postgres",
                "SET SESSION AUTHORIZATION stele_owner",
                "SET session_replication_role = replica",
                "SELECT set_config('session_replication_role', 'replica', false)",
                "GRANT stele_owner TO stele_command",
                "ALTER ROLE stele_command SUPERUSER",
                "ALTER ROLE stele_owner PASSWORD 'known'",
                "CREATE ROLE other LOGIN",
                "ALTER DEFAULT PRIVILEGES FOR ROLE stele_owner GRANT ALL ON TABLES TO stele_command");
    }

    /** Ways that lead through the server's files and catalogue. */
    public static Stream<String> ofTheServer() {
        return Stream.of(
                "UPDATE pg_catalog.pg_trigger SET tgenabled = 'D'",
                "DELETE FROM pg_catalog.pg_trigger",
                "UPDATE pg_catalog.pg_class SET relowner = (SELECT oid FROM pg_roles WHERE rolname = 'stele_command')",
                "COPY ledger.event TO '/tmp/stele-events'",
                "COPY ledger.event FROM '/tmp/stele-events'",
                "COPY ledger.event FROM PROGRAM 'echo'",
                "COPY ledger.event TO PROGRAM 'cat > /dev/null'",
                "SELECT lo_import('/etc/hostname')",
                "SELECT pg_read_binary_file('PG_VERSION')",
                "SELECT pg_ls_dir('base')",
                "ALTER SYSTEM SET session_replication_role = replica",
                "CREATE EVENT TRIGGER other ON ddl_command_start EXECUTE FUNCTION ledger.refuse_change()",
                "CREATE SUBSCRIPTION other CONNECTION 'dbname=x' PUBLICATION x WITH (connect = false)",
                "CLUSTER ledger.event USING event_position",
                "REINDEX TABLE ledger.event",
                "SELECT pg_switch_wal()",
                "LOAD '/tmp/other.so'");
    }

    /** What takes away a guard and then a row, or takes both at once. */
    public static Stream<String> ofTheOwner() {
        return Stream.of(
                "ALTER TABLE ledger.event DISABLE TRIGGER insert_only; DELETE FROM ledger.event WHERE position = 9",
                "ALTER TABLE ledger.event DISABLE TRIGGER USER; UPDATE ledger.event SET body = 'x' WHERE position = 9",
                "ALTER TABLE ledger.event DISABLE TRIGGER insert_only; DELETE FROM ledger.event WHERE position = 9;"
                        + " ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER insert_only",
                "DROP TRIGGER insert_only ON ledger.event; UPDATE ledger.event SET type = 'x' WHERE position = 9",
                "DROP TRIGGER insert_only_truncate ON ledger.event; TRUNCATE ledger.event",
                "DROP TRIGGER insert_only_truncate ON ledger.command; TRUNCATE ledger.command",
                "CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RETURN OLD; END'; DELETE FROM ledger.index_run WHERE first = 9",
                "ALTER TABLE ledger.event ALTER COLUMN body TYPE bytea USING '\\x00'::bytea",
                "ALTER TABLE ledger.event ALTER COLUMN recorded_at TYPE timestamptz USING recorded_at + interval '1 day'",
                "ALTER TABLE ledger.event ALTER COLUMN position TYPE int",
                "ALTER TABLE ledger.event DROP COLUMN tags",
                "ALTER TABLE ledger.event RENAME COLUMN body TO other",
                "ALTER TABLE ledger.event RENAME TO other",
                "CREATE SCHEMA elsewhere; ALTER TABLE ledger.index_run SET SCHEMA elsewhere",
                "DROP TABLE ledger.event",
                "DROP TABLE ledger.merkle_tile CASCADE",
                "DROP SCHEMA ledger CASCADE",
                "CREATE TABLE ledger.copied AS SELECT * FROM ledger.command WHERE false; DROP TABLE ledger.command;"
                        + " ALTER TABLE ledger.copied RENAME TO command",
                "ALTER TABLE ledger.event RENAME TO kept; CREATE VIEW ledger.event AS SELECT * FROM ledger.kept",
                "CREATE RULE instead AS ON UPDATE TO ledger.event DO INSTEAD INSERT INTO ledger.index_run VALUES (1, 1, 1, 1);"
                        + " UPDATE ledger.event SET type = 'x' WHERE position = 1");
    }

    /** What leaves every row as it is, for now. */
    public static Stream<String> unguarding() {
        return Stream.of(
                "ALTER TABLE ledger.event DISABLE TRIGGER insert_only",
                "ALTER TABLE ledger.command DISABLE TRIGGER insert_only_truncate",
                "ALTER TABLE ledger.index_run ENABLE TRIGGER insert_only",
                "ALTER TABLE ledger.index_run ENABLE REPLICA TRIGGER insert_only",
                "DROP TRIGGER insert_only ON ledger.merkle_tile",
                "DROP TRIGGER insert_only ON ledger.event; CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON"
                        + " ledger.event FOR EACH ROW WHEN (OLD.position > 9) EXECUTE FUNCTION ledger.refuse_change();"
                        + " ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER insert_only",
                "CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN RETURN NULL; END'",
                "CREATE FUNCTION ledger.other() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
                        + " CREATE TRIGGER swallowing BEFORE INSERT ON ledger.event FOR EACH ROW"
                        + " EXECUTE FUNCTION ledger.other()",
                "CREATE RULE swallowing AS ON INSERT TO ledger.event DO INSTEAD NOTHING",
                "ALTER TABLE ledger.event DROP CONSTRAINT event_position",
                "ALTER TABLE ledger.command DROP CONSTRAINT command_once",
                "ALTER TABLE ledger.event SET UNLOGGED",
                "ALTER TABLE ledger.event ENABLE ROW LEVEL SECURITY",
                "CREATE TABLE ledger.parent (LIKE ledger.event); ALTER TABLE ledger.event INHERIT ledger.parent",
                "CREATE TABLE ledger.child () INHERITS (ledger.event)",
                "CREATE TABLE ledger.pointing (id bigint REFERENCES ledger.event (position))");
    }

    /** What the owner can give away; from others, PostgreSQL takes it with a warning and gives nothing. */
    public static Stream<String> granting() {
        return Stream.of(
                "GRANT UPDATE ON ledger.event TO stele_command",
                "GRANT UPDATE (body) ON ledger.event TO stele_query",
                "GRANT INSERT ON ledger.event TO stele_query",
                "GRANT SELECT (body) ON ledger.event TO stele_query",
                "GRANT SELECT ON ledger.event TO PUBLIC",
                "GRANT TRIGGER ON ledger.event TO PUBLIC");
    }

    public static Stream<String> ofTheSuperuser() {
        return Stream.of(
                "UPDATE pg_catalog.pg_trigger SET tgenabled = 'D' WHERE tgname = 'insert_only'",
                "DELETE FROM pg_catalog.pg_trigger WHERE tgname = 'insert_only_truncate'",
                "GRANT stele_owner TO stele_command",
                "ALTER ROLE stele_query SUPERUSER",
                "ALTER TABLE ledger.event OWNER TO stele_command");
    }

    /** Rows that a stolen password of the role that appends can add. */
    public static Stream<String> byInsertion() {
        String columns = "(position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)";
        return Stream.of(
                "INSERT INTO ledger.event " + columns
                        + " SELECT 1000, gen_random_uuid(), type, recorded_at, tags, body,"
                        + " salt, leaf, leaf_hash FROM ledger.event WHERE position = 9",
                "INSERT INTO ledger.event " + columns + " SELECT 258, gen_random_uuid(), type, recorded_at, tags, body,"
                        + " salt, leaf, leaf_hash FROM ledger.event WHERE position = 257",
                "INSERT INTO ledger.event " + columns + " SELECT 258, gen_random_uuid(), type, now(), tags, body, salt,"
                        + " convert_to(replace(convert_from(leaf, 'UTF8'), '\"position\":257', '\"position\":258'), 'UTF8'),"
                        + " leaf_hash FROM ledger.event WHERE position = 257",
                "INSERT INTO ledger.index_run VALUES (42, 0, 9, 9)",
                "INSERT INTO ledger.index_run VALUES (42, 0, 9, 258)",
                "INSERT INTO ledger.index_run VALUES (42, -1, 9, 1023)",
                "INSERT INTO ledger.merkle_tile SELECT 0, 1, hashes FROM ledger.merkle_tile",
                "INSERT INTO ledger.merkle_tile SELECT 1, 0, hashes FROM ledger.merkle_tile",
                "INSERT INTO ledger.command SELECT 'CHN', command_id, request_sha256, 1, 1 FROM ledger.command",
                "INSERT INTO ledger.command SELECT 'RUS', gen_random_uuid(), request_sha256, 258, 1 FROM ledger.command");
    }

    /** What sounds dangerous and is not. */
    public static Stream<String> withoutEffect() {
        return Stream.of(
                "SELECT lo_create(0)",
                "VACUUM FULL ledger.event",
                "ANALYZE ledger.event",
                "SET search_path = pg_temp, ledger; SELECT count(*) FROM event",
                "SET default_transaction_read_only = off",
                "GRANT UPDATE ON pg_catalog.pg_trigger TO stele_command",
                "INSERT INTO ledger.command SELECT * FROM ledger.command ON CONFLICT DO NOTHING");
    }
}

-- Who signed in, who was refused, and who read what is not for everybody. Rows are numbered without gaps and chained: each hash is
-- over the row and the hash of the row before. Both sides insert; nobody changes.

CREATE TABLE access_log.entry (
    number bigint PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    occurred_at timestamptz NOT NULL,
    what text NOT NULL,
    outcome text NOT NULL,
    staff_id text,
    role text,
    member_state text,
    address text,
    detail text,
    hash bytea NOT NULL
);
CREATE INDEX entry_recorded_at ON access_log.entry (recorded_at);

CREATE FUNCTION access_log.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    RAISE EXCEPTION 'access_log.% is insert-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON access_log.entry
    FOR EACH ROW EXECUTE FUNCTION access_log.refuse_change();
CREATE TRIGGER insert_only_truncate BEFORE TRUNCATE ON access_log.entry
    FOR EACH STATEMENT EXECUTE FUNCTION access_log.refuse_change();
-- ALWAYS: also when session_replication_role is replica.
ALTER TABLE access_log.entry ENABLE ALWAYS TRIGGER insert_only;
ALTER TABLE access_log.entry ENABLE ALWAYS TRIGGER insert_only_truncate;

GRANT USAGE ON SCHEMA access_log TO stele_command, stele_query;
GRANT SELECT, INSERT ON access_log.entry TO stele_command, stele_query;

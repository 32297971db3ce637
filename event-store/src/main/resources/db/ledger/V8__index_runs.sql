-- The tag index in runs: one row for those events of a block of 1,024 positions that have a tag and a type and were recorded together,
-- in place of one row for each tag of each event. Rows are only ever inserted, as before, with the events.

-- key is the 64-bit hash of 'key=value', type the first four bytes of the SHA-256 of the type's name, both signed. block is
-- (position - 1) / 1024; first and more are places in it, from 1: the position is block * 1024 + place. more is null where there is
-- but one event. A hit is confirmed against event.tags.
CREATE TABLE ledger.index_run (
    key   bigint   NOT NULL,
    block bigint   NOT NULL,
    type  integer  NOT NULL,
    first smallint NOT NULL,
    more  smallint[]
);

-- No writer of an earlier version may add a row in between. Whatever was falsified before is carried over as it is: fsck finds it.
LOCK TABLE ledger.event_tag IN ACCESS EXCLUSIVE MODE;

INSERT INTO ledger.index_run (key, block, type, first, more)
SELECT tag, block, type_hash, places[1], CASE WHEN pg_catalog.cardinality(places) > 1 THEN places[2:] END
FROM (
    SELECT t.tag, (t.position - 1) >> 10 AS block, h.type_hash,
        pg_catalog.array_agg((1 + ((t.position - 1) & 1023))::smallint ORDER BY t.position) AS places
    FROM ledger.event_tag t
    JOIN (
        SELECT type, ('x' || pg_catalog.encode(pg_catalog.substr(
            pg_catalog.sha256(pg_catalog.convert_to(type, 'UTF8')), 1, 4), 'hex'))::bit(32)::integer AS type_hash
        FROM (SELECT DISTINCT type FROM ledger.event_tag) types) h ON h.type = t.type
    GROUP BY t.tag, (t.position - 1) >> 10, h.type_hash) runs
ORDER BY tag, block, type_hash;

ALTER TABLE ledger.index_run ADD CONSTRAINT index_run_once PRIMARY KEY (key, block, type, first);

CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON ledger.index_run
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER insert_only_truncate BEFORE TRUNCATE ON ledger.index_run
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
-- ALWAYS: also when session_replication_role is replica.
ALTER TABLE ledger.index_run ENABLE ALWAYS TRIGGER insert_only;
ALTER TABLE ledger.index_run ENABLE ALWAYS TRIGGER insert_only_truncate;
GRANT SELECT, INSERT ON ledger.index_run TO stele_command;
GRANT SELECT ON ledger.index_run TO stele_query;

-- The same trigger as before, which finds the order to remove a body in the new index.
CREATE OR REPLACE FUNCTION ledger.refuse_change_of_event() RETURNS trigger
    LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.body IS NULL AND NEW.salt IS NULL
            AND ROW(NEW.position, NEW.event_id, NEW.type, NEW.recorded_at, NEW.tags, NEW.leaf, NEW.leaf_hash)
                IS NOT DISTINCT FROM
                ROW(OLD.position, OLD.event_id, OLD.type, OLD.recorded_at, OLD.tags, OLD.leaf, OLD.leaf_hash)
            AND EXISTS (
                -- The key is of the tag 'custody=REDACTION', the type that of 'custody.EventRedacted'.
                SELECT FROM ledger.index_run r
                    CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.array_prepend(r.first, r.more)) AS o (place)
                    JOIN ledger.event e ON e.position = r.block * 1024 + o.place
                WHERE r.key = 1623560101136087407 AND r.type = 1645925673 AND e.position > OLD.position
                    AND e.type = 'custody.EventRedacted' AND e.body IS NOT NULL
                    AND pg_catalog.convert_from(e.body, 'UTF8')::pg_catalog.json #>> '{payload,position}' = OLD.position::text
                    AND pg_catalog.convert_from(e.body, 'UTF8')::pg_catalog.json #>> '{payload,leafHash}'
                        = pg_catalog.encode(OLD.leaf_hash, 'hex')
                    AND pg_catalog.lower(pg_catalog.convert_from(e.body, 'UTF8')::pg_catalog.json #>> '{payload,proposedBy}')
                        <> pg_catalog.lower(pg_catalog.convert_from(e.body, 'UTF8')::pg_catalog.json #>> '{payload,confirmedBy}'))
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'ledger.% is insert-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

DROP TABLE ledger.event_tag;

-- Ids are random. The writer refuses the id of a recent event, and fsck names a second event with the id of another.
ALTER TABLE ledger.event DROP CONSTRAINT event_id_once;

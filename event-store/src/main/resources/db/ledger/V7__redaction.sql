-- The body of an event may be removed, for what was typed where it should not be: only its body and salt, both at once, and only
-- where a recorded event of two persons orders it for this position and leaf. All other changes stay refused.
ALTER TABLE ledger.event ALTER COLUMN body DROP NOT NULL, ALTER COLUMN salt DROP NOT NULL;

CREATE FUNCTION ledger.refuse_change_of_event() RETURNS trigger
    LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.body IS NULL AND NEW.salt IS NULL
            AND ROW(NEW.position, NEW.event_id, NEW.type, NEW.recorded_at, NEW.tags, NEW.leaf, NEW.leaf_hash)
                IS NOT DISTINCT FROM
                ROW(OLD.position, OLD.event_id, OLD.type, OLD.recorded_at, OLD.tags, OLD.leaf, OLD.leaf_hash)
            AND EXISTS (
                -- The tag is the first eight bytes of the SHA-256 of 'custody=REDACTION'.
                SELECT FROM ledger.event_tag t JOIN ledger.event e ON e.position = t.position
                WHERE t.tag = 1623560101136087407 AND t.type = 'custody.EventRedacted' AND t.position > OLD.position
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

DROP TRIGGER insert_only ON ledger.event;
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON ledger.event
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change_of_event();
-- ALWAYS: also when session_replication_role is replica.
ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER insert_only;

-- Removes the body and salt of one event; whether they were there. The writer has no right to update; its owner's trigger decides.
CREATE FUNCTION ledger.redact(target bigint) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    UPDATE ledger.event SET body = NULL, salt = NULL WHERE position = target AND (body IS NOT NULL OR salt IS NOT NULL);
    RETURN FOUND;
END $$;

REVOKE EXECUTE ON FUNCTION ledger.redact FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.redact TO stele_command;

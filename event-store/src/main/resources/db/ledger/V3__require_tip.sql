-- The guard of every append, in the transaction that appends: waits for the writer's turn, and refuses unless the ledger ends
-- with the event on which the batch was decided. A database that is behind, or that holds another history, ends elsewhere.
-- Each statement of a volatile function sees what was committed before it began, and so before the turn was granted.
CREATE FUNCTION ledger.require_tip(tip bigint, tip_leaf_hash bytea, batch_recorded_at timestamptz) RETURNS timestamptz
    LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
DECLARE
    now timestamptz;
    tip_recorded_at timestamptz;
BEGIN
    PERFORM pg_catalog.pg_advisory_xact_lock(357896113221);
    SELECT e.recorded_at INTO tip_recorded_at
    FROM ledger.event e WHERE e.position = tip AND e.leaf_hash = tip_leaf_hash;
    IF tip > 0 AND tip_recorded_at IS NULL THEN
        RAISE EXCEPTION 'the ledger does not hold the event that was recorded at position %', tip USING ERRCODE = 'LT001';
    END IF;
    IF EXISTS (SELECT FROM ledger.event e WHERE e.position > tip) THEN
        RAISE EXCEPTION 'the ledger goes on beyond position %', tip USING ERRCODE = 'LT001';
    END IF;
    -- The writer reckons the database's time, and is held to it here. It is ahead only where the last event is.
    now := pg_catalog.clock_timestamp();
    IF batch_recorded_at < now - interval '5 seconds'
        OR batch_recorded_at > greatest(now + interval '1 second', tip_recorded_at) THEN
        RAISE EXCEPTION 'the batch was decided at %, and it is %', batch_recorded_at, now USING ERRCODE = 'LT001';
    END IF;
    RETURN now;
END $$;

REVOKE EXECUTE ON FUNCTION ledger.require_tip FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.require_tip TO stele_command;

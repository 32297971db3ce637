-- Who reads what, granted after every migration, since the roles of the query side may be made later than the tables: one serves
-- readers and reads no body and no salt, one reads bodies for the one class that gives them out, one folds the read tables.
-- While the latter two are missing here, as in a database of an earlier version, the first does the work of all three.
DO $$
DECLARE
    name text;
BEGIN
    IF pg_catalog.to_regrole('stele_bodies') IS NULL OR pg_catalog.to_regrole('stele_projection') IS NULL
        OR NOT pg_catalog.has_database_privilege('stele_bodies', pg_catalog.current_database(), 'CONNECT')
        OR NOT pg_catalog.has_database_privilege('stele_projection', pg_catalog.current_database(), 'CONNECT') THEN
        RETURN;
    END IF;
    REVOKE SELECT ON ledger.event, ledger.command FROM stele_query;
    GRANT SELECT (position, event_id, type, recorded_at, tags, leaf, leaf_hash) ON ledger.event TO stele_query;
    GRANT USAGE ON SCHEMA ledger TO stele_bodies, stele_projection;
    FOREACH name IN ARRAY ARRAY['event', 'index_run', 'merkle_tile', 'command', 'checkpoint', 'cosignature', 'state_heads',
            'signing_key', 'signing_chain'] LOOP
        EXECUTE format('GRANT SELECT ON ledger.%I TO stele_bodies, stele_projection', name);
    END LOOP;
END $$;

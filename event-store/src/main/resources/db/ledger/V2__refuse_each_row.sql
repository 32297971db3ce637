-- A statement that names a table's parent (by inheritance, or the table having been attached as a partition) does not fire
-- the table's triggers FOR EACH STATEMENT; it does fire those FOR EACH ROW. TRUNCATE knows only the former, and fires them on
-- every table that it empties.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['event', 'event_tag', 'merkle_tile', 'command'] LOOP
        EXECUTE format('DROP TRIGGER insert_only ON ledger.%I', name);
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON ledger.%I
                        FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change()', name);
        EXECUTE format('CREATE TRIGGER insert_only_truncate BEFORE TRUNCATE ON ledger.%I
                        FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', name);
        -- ALWAYS: also when session_replication_role is replica.
        EXECUTE format('ALTER TABLE ledger.%I ENABLE ALWAYS TRIGGER insert_only', name);
        EXECUTE format('ALTER TABLE ledger.%I ENABLE ALWAYS TRIGGER insert_only_truncate', name);
    END LOOP;
END $$;

-- The ledger: events in commit order, the index of their tags, the full tiles of the Merkle tree over their leaves, and the
-- commands they answered. Rows are only ever inserted.

CREATE TABLE ledger.event (
    position    bigint      NOT NULL CHECK (position > 0),
    event_id    uuid        NOT NULL,
    type        text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    tags        text[]      NOT NULL,
    body        bytea       NOT NULL,
    salt        bytea       NOT NULL CHECK (octet_length(salt) = 16),
    leaf        bytea       NOT NULL CHECK (octet_length(leaf) <= 65535),
    leaf_hash   bytea       NOT NULL CHECK (octet_length(leaf_hash) = 32),
    CONSTRAINT event_position PRIMARY KEY (position),
    CONSTRAINT event_id_once UNIQUE (event_id)
);

-- tag is a 64-bit hash of 'key=value'; a hit is confirmed against event.tags.
CREATE TABLE ledger.event_tag (
    tag      bigint NOT NULL,
    position bigint NOT NULL,
    type     text   NOT NULL,
    CONSTRAINT event_tag_once PRIMARY KEY (tag, position) INCLUDE (type)
);

-- Full tiles only: 256 hashes of 32 bytes. Partial ones are computed from the leaf hashes.
CREATE TABLE ledger.merkle_tile (
    level  int    NOT NULL CHECK (level BETWEEN 0 AND 7),
    index  bigint NOT NULL CHECK (index >= 0),
    hashes bytea  NOT NULL CHECK (octet_length(hashes) = 8192),
    CONSTRAINT merkle_tile_once PRIMARY KEY (level, index)
);

-- scope is whose command ids these are: a credential or a State.
CREATE TABLE ledger.command (
    scope          text   NOT NULL,
    command_id     uuid   NOT NULL,
    request_sha256 bytea  NOT NULL CHECK (octet_length(request_sha256) = 32),
    first_position bigint NOT NULL,
    event_count    int    NOT NULL CHECK (event_count > 0),
    CONSTRAINT command_once PRIMARY KEY (scope, command_id)
);

CREATE FUNCTION ledger.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    RAISE EXCEPTION 'ledger.% is insert-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['event', 'event_tag', 'merkle_tile', 'command'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.%I
                        FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', name);
        -- ALWAYS: also when session_replication_role is replica.
        EXECUTE format('ALTER TABLE ledger.%I ENABLE ALWAYS TRIGGER insert_only', name);
        EXECUTE format('GRANT SELECT, INSERT ON ledger.%I TO stele_command', name);
        EXECUTE format('GRANT SELECT ON ledger.%I TO stele_query', name);
    END LOOP;
END $$;

GRANT USAGE ON SCHEMA ledger TO stele_command, stele_query;

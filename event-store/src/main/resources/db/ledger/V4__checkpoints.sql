-- What was signed of the ledger: checkpoints with the cosignatures under them, the entries of the second log, and the keys. Like
-- the ledger itself, rows are only ever inserted. The primary key is what keeps two roots from being signed for one size.

-- log is 'ledger', or 'states' for the second log. note is the signed note without cosignatures.
CREATE TABLE ledger.checkpoint (
    log       text        NOT NULL CHECK (log IN ('ledger', 'states')),
    size      bigint      NOT NULL CHECK (size >= 0),
    note      bytea       NOT NULL CHECK (octet_length(note) <= 131072),
    signed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT checkpoint_once PRIMARY KEY (log, size)
);

-- line is the signature line of the witness, with its newline. It is written together with the checkpoint or not at all.
CREATE TABLE ledger.cosignature (
    log     text   NOT NULL CHECK (log IN ('ledger', 'states')),
    size    bigint NOT NULL CHECK (size >= 0),
    witness text   NOT NULL,
    line    text   NOT NULL CHECK (octet_length(line) <= 16384),
    CONSTRAINT cosignature_once PRIMARY KEY (log, size, witness)
);

-- The entries of the second log. size is that of the ledger which the leaf speaks of.
CREATE TABLE ledger.state_heads (
    index       bigint      NOT NULL CHECK (index >= 0),
    size        bigint      NOT NULL CHECK (size > 0),
    leaf        bytea       NOT NULL CHECK (octet_length(leaf) <= 65535),
    leaf_hash   bytea       NOT NULL CHECK (octet_length(leaf_hash) = 32),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT state_heads_index PRIMARY KEY (index),
    CONSTRAINT state_heads_once UNIQUE (size)
);

-- The sizes between which a key signs, both ends included. A key without a last size signs still.
CREATE TABLE ledger.signing_key (
    verifier_key text   NOT NULL,
    edge         text   NOT NULL CHECK (edge IN ('first', 'last')),
    size         bigint NOT NULL CHECK (size >= 0),
    CONSTRAINT signing_key_once PRIMARY KEY (verifier_key, edge)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['checkpoint', 'cosignature', 'state_heads', 'signing_key'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON ledger.%I
                        FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change()', name);
        EXECUTE format('CREATE TRIGGER insert_only_truncate BEFORE TRUNCATE ON ledger.%I
                        FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', name);
        EXECUTE format('ALTER TABLE ledger.%I ENABLE ALWAYS TRIGGER insert_only', name);
        EXECUTE format('ALTER TABLE ledger.%I ENABLE ALWAYS TRIGGER insert_only_truncate', name);
        EXECUTE format('GRANT SELECT, INSERT ON ledger.%I TO stele_command', name);
        EXECUTE format('GRANT SELECT ON ledger.%I TO stele_query', name);
    END LOOP;
END $$;

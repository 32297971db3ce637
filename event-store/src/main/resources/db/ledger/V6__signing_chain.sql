-- The chain of all that was signed: one row for each row of checkpoint, cosignature, state_heads and signing_key, in the order in
-- which they were recorded, so that none can be taken away unseen. Rows are only ever inserted; the end of the chain is kept
-- outside the database as well.

-- kind, part, size and name say which row is meant:
--   checkpoint   log, size                       cosignature  log, size, witness
--   state_heads  -, index                        signing_key  edge, size, verifier key
--   begin        why, size, root: the chain begins here, with all rows that are found; what is before is history
-- digest is SHA-256 over what that row holds. previous is the hash of the row before, its seal included; zeros before the first.
-- seal is a signed note of <origin>/chain over number and hash, under the last row of what was recorded together.
CREATE TABLE ledger.signing_chain (
    number   bigint NOT NULL,
    previous bytea  NOT NULL,
    kind     text   NOT NULL,
    part     text   NOT NULL,
    size     bigint NOT NULL,
    name     text   NOT NULL,
    digest   bytea  NOT NULL,
    seal     bytea,
    CONSTRAINT signing_chain_once PRIMARY KEY (number)
);
CREATE INDEX signing_chain_subject ON ledger.signing_chain (kind, part, size, name);

CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON ledger.signing_chain
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER insert_only_truncate BEFORE TRUNCATE ON ledger.signing_chain
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.signing_chain ENABLE ALWAYS TRIGGER insert_only;
ALTER TABLE ledger.signing_chain ENABLE ALWAYS TRIGGER insert_only_truncate;
GRANT SELECT, INSERT ON ledger.signing_chain TO stele_command;
GRANT SELECT ON ledger.signing_chain TO stele_query;

-- What else proves who somebody is: passkeys and recovery codes; and from when on older proofs count no more.

-- Sessions and tokens are of one generation of their account. A new password begins another, and all of the one before are out.
ALTER TABLE identity.account ADD COLUMN generation int NOT NULL DEFAULT 1 CHECK (generation > 0);

ALTER TABLE identity.access_token
    ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    ADD COLUMN label text NOT NULL DEFAULT '' CHECK (length(label) <= 60),
    ADD COLUMN generation int NOT NULL DEFAULT 1;
CREATE INDEX access_token_account ON identity.access_token (account);

-- Public keys alone: who reads this table cannot sign in.
CREATE TABLE identity.passkey (
    credential_id text PRIMARY KEY CHECK (length(credential_id) BETWEEN 16 AND 1400),
    account uuid NOT NULL REFERENCES identity.account (id),
    public_key bytea NOT NULL,
    signature_count bigint NOT NULL,
    user_verified boolean NOT NULL CHECK (user_verified),
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    transports text NOT NULL,
    attestation_object bytea NOT NULL,
    attestation_client_data bytea NOT NULL,
    label text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL
);
CREATE INDEX passkey_account ON identity.passkey (account);

-- A challenge that a passkey was asked to sign, by the digest of a cookie. It is deleted by whoever takes it, so that it is used once.
CREATE TABLE identity.passkey_challenge (
    sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
    challenge bytea NOT NULL,
    account uuid REFERENCES identity.account (id),
    expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenge_expires_at ON identity.passkey_challenge (expires_at);

-- Recovery codes by their bcrypt hashes; the number, which begins a code, says which one it is.
CREATE TABLE identity.recovery_code (
    account uuid NOT NULL REFERENCES identity.account (id),
    number smallint NOT NULL CHECK (number BETWEEN 0 AND 9),
    hash text NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (account, number)
);

GRANT UPDATE (generation) ON identity.account TO stele_command;
GRANT SELECT, INSERT, DELETE ON identity.passkey, identity.passkey_challenge TO stele_command;
GRANT SELECT, INSERT ON identity.recovery_code TO stele_command;
GRANT UPDATE (signature_count, backed_up, last_used_at, label) ON identity.passkey TO stele_command;
GRANT UPDATE (hash, used_at) ON identity.recovery_code TO stele_command;
GRANT SELECT (generation) ON identity.account TO stele_query;

-- Programs that act for an account, and prove who they are by a key of their own.

-- Ended and never deleted, so that what a program was stays known.
CREATE TABLE identity.program (
    id uuid PRIMARY KEY,
    account uuid NOT NULL REFERENCES identity.account (id),
    label text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
    scopes text NOT NULL CHECK (scopes IN ('read', 'file', 'read file')),
    created_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz
);
CREATE INDEX program_account ON identity.program (account);

-- Public keys alone: who reads this table gets no token.
CREATE TABLE identity.program_key (
    program uuid NOT NULL REFERENCES identity.program (id),
    kid text NOT NULL CHECK (length(kid) = 43),
    jwk text NOT NULL CHECK (length(jwk) <= 4000),
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    last_used_at timestamptz,
    PRIMARY KEY (program, kid)
);

-- The assertions that programs have used, by the digests of their ids: each counts once, whichever node it is sent to.
CREATE TABLE identity.used_assertion (
    program uuid NOT NULL REFERENCES identity.program (id),
    jti_sha256 bytea NOT NULL CHECK (length(jti_sha256) = 32),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (program, jti_sha256)
);
CREATE INDEX used_assertion_expires_at ON identity.used_assertion (expires_at);

-- By what every node checks the tokens of the others. The private halves are in the memory of the node that made them.
CREATE TABLE identity.token_key (
    kid text PRIMARY KEY CHECK (length(kid) = 43),
    jwk text NOT NULL CHECK (length(jwk) <= 1000),
    expires_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON identity.program, identity.program_key TO stele_command;
GRANT UPDATE (ended_at) ON identity.program TO stele_command;
GRANT UPDATE (revoked_at, last_used_at) ON identity.program_key TO stele_command;
GRANT SELECT, INSERT, DELETE ON identity.used_assertion, identity.token_key TO stele_command;
GRANT SELECT ON identity.program, identity.program_key, identity.token_key TO stele_query;

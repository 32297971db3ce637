-- Who may sign in, by what, and who is signed in. The owner of the ledger owns these tables too; the two sides read and write
-- them, and neither may change what an account is for.

CREATE TABLE identity.account (
    id uuid PRIMARY KEY,
    username text NOT NULL UNIQUE CHECK (username = lower(username) AND length(username) BETWEEN 1 AND 64),
    password text,
    staff_id text NOT NULL,
    role text NOT NULL,
    member_state text,
    created_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz
);

-- A bearer token, by the digest of it: who reads this table cannot send one.
CREATE TABLE identity.access_token (
    sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
    account uuid NOT NULL REFERENCES identity.account (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz
);

-- A link that lets one person choose the password of an account, once.
CREATE TABLE identity.invitation (
    sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
    account uuid NOT NULL REFERENCES identity.account (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);

CREATE TABLE identity.session (
    primary_id char(36) PRIMARY KEY,
    session_id char(36) NOT NULL UNIQUE,
    creation_time bigint NOT NULL,
    last_access_time bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time bigint NOT NULL,
    principal_name varchar(100)
);
CREATE INDEX session_expiry_time ON identity.session (expiry_time);
CREATE INDEX session_principal_name ON identity.session (principal_name);

CREATE TABLE identity.session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES identity.session (primary_id) ON DELETE CASCADE,
    attribute_name varchar(200) NOT NULL,
    attribute_bytes bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

GRANT USAGE ON SCHEMA identity TO stele_command, stele_query;
GRANT SELECT, INSERT ON identity.account, identity.access_token, identity.invitation TO stele_command;
GRANT UPDATE (password, closed_at) ON identity.account TO stele_command;
GRANT UPDATE (expires_at) ON identity.access_token TO stele_command;
GRANT UPDATE (used_at) ON identity.invitation TO stele_command;
GRANT SELECT (id, username, staff_id, role, member_state, created_at, closed_at) ON identity.account TO stele_query;
GRANT SELECT ON identity.access_token TO stele_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.session, identity.session_attributes TO stele_command, stele_query;

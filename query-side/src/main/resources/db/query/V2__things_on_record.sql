-- A file is kept in pieces: one row for each thing on record, so that a batch of events rewrites what it changes and no more.
-- A thing keeps the positions of all that was said of it; what it was at an earlier size of the ledger is a part of it.
DROP TABLE query.state_file;

CREATE TABLE query.thing (
    generation     bigint  NOT NULL,
    iso3           char(3) NOT NULL,
    id             uuid    NOT NULL,
    kind           text    NOT NULL,
    first_position bigint  NOT NULL CHECK (first_position > 0),
    last_position  bigint  NOT NULL CHECK (last_position >= first_position),
    json           bytea   NOT NULL,
    PRIMARY KEY (generation, iso3, id, kind)
);

-- What was changed after a position.
CREATE INDEX thing_changed ON query.thing (generation, last_position);

-- One row for each State whose events are held back, because the one at from_position cannot be folded. Events that cannot
-- be read and name no State are held back under '---', and nobody with them.
CREATE TABLE query.held (
    generation    bigint      NOT NULL,
    iso3          char(3)     NOT NULL,
    from_position bigint      NOT NULL CHECK (from_position > 0),
    last_position bigint      NOT NULL CHECK (last_position >= from_position),
    event_count   bigint      NOT NULL CHECK (event_count > 0),
    cause         text        NOT NULL,
    held_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (generation, iso3)
);

-- Which fold made the rows; those of another one are folded anew.
ALTER TABLE query.projection ADD COLUMN fold_version int NOT NULL DEFAULT 0;

-- How often what was held back was folded after all: rows behind the position have changed then.
ALTER TABLE query.projection ADD COLUMN retry_count bigint NOT NULL DEFAULT 0;

-- Which generation of files is read and written, and up to where in the ledger it was folded.
CREATE TABLE query.projection (
    name       text   PRIMARY KEY,
    generation bigint NOT NULL,
    position   bigint NOT NULL CHECK (position >= 0)
);

INSERT INTO query.projection (name, generation, position) VALUES ('state-file', 1, 0);

CREATE SEQUENCE query.generation START 2;

-- One file for each Member State and generation; a State without events has no row.
CREATE TABLE query.state_file (
    generation    bigint  NOT NULL,
    iso3          char(3) NOT NULL,
    last_position bigint  NOT NULL CHECK (last_position > 0),
    file          bytea   NOT NULL,
    PRIMARY KEY (generation, iso3)
);

-- Where processors are; the columns are Axon's.
CREATE TABLE query.token_entry (
    processorName varchar(255) NOT NULL,
    segment       integer      NOT NULL,
    mask          integer      NOT NULL,
    token         bytea,
    tokenType     varchar(255),
    timestamp     varchar(255),
    owner         varchar(255),
    PRIMARY KEY (processorName, segment)
);

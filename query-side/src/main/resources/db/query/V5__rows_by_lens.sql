-- A record is stored as each audience sees it: a row for all those who see it alike. lenses is the sum of theirs:
--   1 the State whose record it is   2 auditors and the custodian   4 the Committee   8 the MSMT   16 the public, and other States
--   32 no audience: the record itself, from which the projection goes on
-- Rows of before have none; everything is folded anew.
DROP TABLE query.thing;
DELETE FROM query.held;
DELETE FROM query.projection;

CREATE TABLE query.thing (
    generation     bigint   NOT NULL,
    iso3           char(3)  NOT NULL,
    id             uuid     NOT NULL,
    kind           text     NOT NULL,
    lenses         smallint NOT NULL,
    first_position bigint   NOT NULL CHECK (first_position > 0),
    last_position  bigint   NOT NULL CHECK (last_position >= first_position),
    json           bytea    NOT NULL,
    mac            bytea,
    PRIMARY KEY (generation, iso3, id, kind, lenses)
);
CREATE INDEX thing_changed ON query.thing (generation, last_position);

-- One row for each lens, with the sums of the rows that are seen through it.
ALTER TABLE query.projection ADD COLUMN lens smallint NOT NULL DEFAULT 32;

-- What the transaction may see of States that are not its own, by the settings stele.audience and stele.state that it names them
-- with. Without them it sees nothing.
CREATE FUNCTION query.lens_of_others() RETURNS int LANGUAGE sql STABLE SET search_path = '' AS $$
    SELECT CASE pg_catalog.current_setting('stele.audience', true)
        WHEN 'PUBLIC' THEN 16
        WHEN 'MSMT' THEN 8
        WHEN 'COMMITTEE' THEN 4
        WHEN 'AUDIT' THEN 2
        WHEN 'CUSTODY' THEN 2
        WHEN 'STATE' THEN CASE WHEN pg_catalog.current_setting('stele.state', true) ~ '^[A-Z]{3}$' THEN 16 ELSE 0 END
        ELSE 0
    END
$$;

-- The same of its own State.
CREATE FUNCTION query.lens_of_own() RETURNS int LANGUAGE sql STABLE SET search_path = '' AS $$
    SELECT CASE WHEN pg_catalog.current_setting('stele.audience', true) = 'STATE'
            AND pg_catalog.current_setting('stele.state', true) ~ '^[A-Z]{3}$' THEN 1 ELSE 0 END
$$;

-- FORCE: also for the owner, which is the projection and has a policy of its own.
ALTER TABLE query.thing ENABLE ROW LEVEL SECURITY;
ALTER TABLE query.thing FORCE ROW LEVEL SECURITY;
ALTER TABLE query.held ENABLE ROW LEVEL SECURITY;
ALTER TABLE query.held FORCE ROW LEVEL SECURITY;
ALTER TABLE query.projection ENABLE ROW LEVEL SECURITY;
ALTER TABLE query.projection FORCE ROW LEVEL SECURITY;

CREATE POLICY folded ON query.thing TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY folded ON query.held TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY folded ON query.projection TO CURRENT_USER USING (true) WITH CHECK (true);

-- The functions are called once a query, and not for each row.
CREATE POLICY seen ON query.thing FOR SELECT TO stele_query USING (
    (lenses & CASE WHEN iso3 = (SELECT pg_catalog.current_setting('stele.state', true))
        THEN (SELECT query.lens_of_own() | CASE WHEN query.lens_of_own() = 0 THEN query.lens_of_others() ELSE 0 END)
        ELSE (SELECT query.lens_of_others()) END) <> 0);
CREATE POLICY seen ON query.held FOR SELECT TO stele_query USING ((SELECT query.lens_of_others()) <> 0);
CREATE POLICY seen ON query.projection FOR SELECT TO stele_query USING (
    (lens & (SELECT query.lens_of_others() | query.lens_of_own())) <> 0);

GRANT SELECT ON query.thing TO stele_query;

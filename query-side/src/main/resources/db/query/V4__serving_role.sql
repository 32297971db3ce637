-- The projection owns these tables and alone writes them; whoever serves readers reads them.
GRANT USAGE ON SCHEMA query TO stele_query;
GRANT SELECT ON query.projection, query.thing, query.held TO stele_query;

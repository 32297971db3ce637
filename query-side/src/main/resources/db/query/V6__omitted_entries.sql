-- Events that a file does without are read with every batch of their State, and there are few.
CREATE INDEX thing_omitted ON query.thing (generation, iso3) WHERE kind = 'OMITTED_ENTRY';

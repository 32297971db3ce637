-- Rows carry a code (MAC) under a key outside the database, and the projection's row one over how far it has come and over a sum
-- of all rows of each State: what was written from outside is found, also an older row that was put back. Rows of before have
-- none; they are dropped and folded anew.
ALTER TABLE query.thing ADD COLUMN mac bytea;

ALTER TABLE query.held ADD COLUMN mac bytea;

-- key_id names the key. leaf_hash is that of the event at position. sums are enciphered under the key, from iv on: who sees how a
-- sum changes could make others of it.
ALTER TABLE query.projection
    ADD COLUMN key_id bytea,
    ADD COLUMN leaf_hash bytea,
    ADD COLUMN iv bytea,
    ADD COLUMN sums bytea,
    ADD COLUMN mac bytea;

-- Three thousand bytes that cannot be compressed, written with every batch: not in a table of their own.
ALTER TABLE query.projection ALTER COLUMN sums SET STORAGE PLAIN;

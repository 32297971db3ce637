package org.stele.query.projection.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.query.projection.rows.StateFileRows.Named;
import org.stele.statefile.StateFile;
import org.stele.statefile.StoredRecord;

/** The table of records, each row with its seal. Writes use the caller's transaction. */
public final class RecordRows {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String SELECT_ALL = """
            SELECT iso3, kind, id, first_position, last_position, json, mac FROM query.thing WHERE generation = ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ViewKey key;

    RecordRows(DataSource dataSource, ViewKey key) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
        this.batches.setFetchSize(ROWS_AT_ONCE);
        this.key = key;
    }

    /** All records changed after a position; no limit, because a file is shown whole. */
    public List<RecordRow> changedAfter(long generation, long position) {
        return jdbc.sql(SELECT_ALL + " AND last_position > ?")
                .params(generation, position)
                .query((row, _) -> thing(generation, row))
                .list();
    }

    /** Every row of a generation, in order; within a transaction, only a few rows are in memory. */
    public void each(long generation, Consumer<RecordRow> consumer) {
        RowCallbackHandler each = row -> consumer.accept(thing(generation, row));
        batches.query(SELECT_ALL, each, generation);
    }

    /** The named records of each State, and no others. */
    ReadRecords load(long generation, Set<Named> named) {
        return ReadRecords.of(jdbc.sql("""
                        SELECT t.iso3, t.kind, t.id, t.first_position, t.last_position, t.json, t.mac
                        FROM unnest(?::text[], ?::uuid[]) AS n (iso3, id)
                        JOIN query.thing t ON t.generation = ? AND t.iso3 = n.iso3::char(3) AND t.id = n.id
                        """)
                .params(
                        named.stream().map(one -> one.memberState().iso3()).toArray(String[]::new),
                        named.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                        generation)
                .query((row, _) -> thing(generation, row))
                .list());
    }

    /**
     * Writes the records that changed in a file after a position, in place of the rows with these seals, and updates
     * the sums.
     */
    void save(long generation, StateFile file, long changedAfter, Map<RecordRow.Key, Seal> before, Sums sums) {
        List<StoredRecord> things = StoredRecord.changedAfter(file, changedAfter);
        batches.batchUpdate("""
                INSERT INTO query.thing (generation, iso3, id, kind, first_position, last_position, json, mac)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (generation, iso3, id, kind) DO UPDATE
                SET last_position = EXCLUDED.last_position, json = EXCLUDED.json, mac = EXCLUDED.mac
                """, things, ROWS_AT_ONCE, (statement, thing) -> {
            Seal seal = seal(generation, thing);
            Seal replaced = before.get(RecordRow.Key.of(thing));
            if (replaced != null) {
                sums.subtract(thing.memberState(), replaced);
            }
            sums.add(thing.memberState(), seal);
            statement.setLong(1, generation);
            statement.setString(2, thing.memberState().iso3());
            statement.setObject(3, thing.id().value());
            statement.setString(4, thing.kind().name());
            statement.setLong(5, thing.firstPosition());
            statement.setLong(6, thing.lastPosition());
            statement.setBytes(7, thing.json());
            statement.setBytes(8, seal.mac());
        });
    }

    void dropOthers(long generation) {
        jdbc.sql("DELETE FROM query.thing WHERE generation <> ?")
                .param(generation)
                .update();
    }

    void drop(long generation) {
        jdbc.sql("DELETE FROM query.thing WHERE generation = ?")
                .param(generation)
                .update();
    }

    private Seal seal(long generation, StoredRecord thing) {
        return seal(
                generation,
                thing.id().value(),
                thing.firstPosition(),
                thing.lastPosition(),
                thing.memberState().iso3(),
                thing.kind().name(),
                thing.json());
    }

    private Seal seal(long generation, UUID id, long first, long last, String iso3, String kind, byte[] json) {
        return key.seal(
                "thing",
                new long[] {generation, first, last, id.getMostSignificantBits(), id.getLeastSignificantBits()},
                iso3.getBytes(UTF_8),
                kind.getBytes(UTF_8),
                json);
    }

    /** No column is used before the seal of its row was verified. */
    private RecordRow thing(long generation, ResultSet row) throws SQLException {
        String iso3 = String.valueOf(row.getString("iso3"));
        String kind = String.valueOf(row.getString("kind"));
        UUID id = row.getObject("id", UUID.class);
        String name = "%s %s %s".formatted(iso3, kind, id);
        return new RecordRow(
                MemberState.find(iso3).orElse(null),
                id == null ? null : trusted(generation, row, id, iso3, kind),
                name);
    }

    private RecordRow.@Nullable Trusted trusted(long generation, ResultSet row, UUID id, String iso3, String kind)
            throws SQLException {
        long first = row.getLong("first_position");
        long last = row.getLong("last_position");
        byte[] json = StandingRow.bytes(row, "json");
        Seal seal = seal(generation, id, first, last, iso3, kind, json);
        if (!MessageDigest.isEqual(seal.mac(), StandingRow.bytes(row, "mac"))) {
            return null;
        }
        StoredRecord thing = new StoredRecord(
                MemberState.find(iso3).orElseThrow(),
                StoredRecord.Kind.valueOf(kind),
                new FilingId(id),
                first,
                last,
                json);
        return new RecordRow.Trusted(thing, seal);
    }
}

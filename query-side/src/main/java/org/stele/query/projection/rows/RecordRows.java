package org.stele.query.projection.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.stele.statefile.lens.SeenRecords;
import org.stele.statefile.lens.Sight;

/** The table of records as each audience sees them, each row with its seal. Writes use the caller's transaction. */
public final class RecordRows {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String SELECT_ALL = """
            SELECT iso3, kind, id, lenses, first_position, last_position, json, mac FROM query.thing WHERE generation = ?
            """;

    private static final Map<String, StoredRecord.Kind> KINDS =
            Stream.of(StoredRecord.Kind.values()).collect(Collectors.toMap(StoredRecord.Kind::name, kind -> kind));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ViewKey key;

    RecordRows(DataSource dataSource, ViewKey key) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
        this.batches.setFetchSize(ROWS_AT_ONCE);
        this.key = key;
    }

    /** All records changed after a position, seen through one lens; no limit, because a file is shown whole. */
    public List<RecordRow> changedAfter(Sight sight, long generation, long position) {
        return jdbc.sql(SELECT_ALL + " AND last_position > ? AND lenses & ? <> 0")
                .params(generation, position, sight.bit())
                .query((row, _) -> thing(generation, row))
                .list();
    }

    /** The same of one State. */
    public List<RecordRow> changedAfter(Sight sight, MemberState state, long generation, long position) {
        return jdbc.sql(SELECT_ALL + " AND last_position > ? AND lenses & ? <> 0 AND iso3 = ?::char(3)")
                .params(generation, position, sight.bit(), state.iso3())
                .query((row, _) -> thing(generation, row))
                .list();
    }

    /** Every row of a generation, in order; within a transaction, only a few rows are in memory. */
    public void each(long generation, Consumer<RecordRow> consumer) {
        RowCallbackHandler each = row -> consumer.accept(thing(generation, row));
        batches.query(SELECT_ALL, each, generation);
    }

    /** The named records of each State, and what its file does without; no others. */
    ReadRecords load(long generation, Set<Named> named) {
        String[] states = named.stream().map(one -> one.memberState().iso3()).toArray(String[]::new);
        return ReadRecords.of(jdbc.sql("""
                        SELECT t.iso3, t.kind, t.id, t.lenses, t.first_position, t.last_position, t.json, t.mac
                        FROM unnest(?::text[], ?::uuid[]) AS n (iso3, id)
                        JOIN query.thing t ON t.generation = ? AND t.iso3 = n.iso3::char(3) AND t.id = n.id
                            AND t.kind <> 'OMITTED_ENTRY'
                        UNION ALL
                        SELECT t.iso3, t.kind, t.id, t.lenses, t.first_position, t.last_position, t.json, t.mac
                        FROM query.thing t
                        WHERE t.generation = ? AND t.iso3 = ANY (?::char(3)[]) AND t.kind = 'OMITTED_ENTRY'
                        """)
                .params(
                        states,
                        named.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                        generation,
                        generation,
                        states)
                .query((row, _) -> thing(generation, row))
                .list());
    }

    /**
     * Writes the records that changed in a file after a position as each sees them, in place of the rows with these seals, and updates
     * the sums.
     */
    void save(long generation, StateFile file, long changedAfter, Map<RecordRow.Key, Seal> before, SightSums sums) {
        List<StoredRecord> things = SeenRecords.changedAfter(file, changedAfter);
        drop(generation, things, before, sums);
        batches.batchUpdate("""
                INSERT INTO query.thing (generation, iso3, id, kind, lenses, first_position, last_position, json, mac)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (generation, iso3, id, kind, lenses) DO UPDATE
                SET last_position = EXCLUDED.last_position, json = EXCLUDED.json, mac = EXCLUDED.mac
                """, things, ROWS_AT_ONCE, (statement, thing) -> {
            Seal seal = seal(generation, thing);
            Seal replaced = before.get(RecordRow.Key.of(thing));
            if (replaced != null) {
                sums.subtract(thing.memberState(), thing.sights(), replaced);
            }
            sums.add(thing.memberState(), thing.sights(), seal);
            statement.setLong(1, generation);
            statement.setString(2, thing.memberState().iso3());
            statement.setObject(3, thing.id().value());
            statement.setString(4, thing.kind().name());
            statement.setInt(5, thing.sights());
            statement.setLong(6, thing.firstPosition());
            statement.setLong(7, thing.lastPosition());
            statement.setBytes(8, thing.json());
            statement.setBytes(9, seal.mac());
        });
    }

    /** Rows of changed records that nobody sees so any more, as of an attestation that is withheld from now on. */
    private void drop(long generation, List<StoredRecord> things, Map<RecordRow.Key, Seal> before, SightSums sums) {
        if (before.isEmpty()) {
            return;
        }
        Set<RecordRow.Key> kept = things.stream().map(RecordRow.Key::of).collect(Collectors.toSet());
        Set<RecordRow.Id> changed = things.stream().map(RecordRow.Id::of).collect(Collectors.toSet());
        List<RecordRow.Key> gone = before.keySet().stream()
                .filter(key -> changed.contains(key.id()) && !kept.contains(key))
                .toList();
        gone.forEach(
                key -> sums.subtract(key.id().memberState(), key.sights(), Objects.requireNonNull(before.get(key))));
        batches.batchUpdate("""
                DELETE FROM query.thing
                WHERE generation = ? AND iso3 = ?::char(3) AND id = ? AND kind = ? AND lenses = ?
                """, gone, ROWS_AT_ONCE, (statement, key) -> {
            statement.setLong(1, generation);
            statement.setString(2, key.id().memberState().iso3());
            statement.setObject(3, key.id().id().value());
            statement.setString(4, key.id().kind().name());
            statement.setInt(5, key.sights());
        });
    }

    /** Whether a file does without the event of a redaction. */
    boolean isOmitted(long generation, MemberState memberState, FilingId redaction) {
        return !jdbc.sql("""
                        SELECT 1 FROM query.thing t
                        WHERE t.generation = ? AND t.iso3 = ?::char(3) AND t.id = ? AND t.kind = 'OMITTED_ENTRY' LIMIT 1
                        """)
                .params(generation, memberState.iso3(), redaction.value())
                .query(Integer.class)
                .list()
                .isEmpty();
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
        return key.seal(
                "thing",
                new long[] {
                    generation,
                    thing.firstPosition(),
                    thing.lastPosition(),
                    thing.id().value().getMostSignificantBits(),
                    thing.id().value().getLeastSignificantBits(),
                    thing.sights()
                },
                thing.memberState().iso3().getBytes(UTF_8),
                thing.kind().name().getBytes(UTF_8),
                thing.json());
    }

    /** No column is used before the seal of its row was verified. */
    private RecordRow thing(long generation, ResultSet row) throws SQLException {
        String iso3 = String.valueOf(row.getString("iso3"));
        String kind = String.valueOf(row.getString("kind"));
        UUID id = row.getObject("id", UUID.class);
        MemberState state = MemberState.find(iso3).orElse(null);
        return new RecordRow(
                state,
                id == null || state == null ? null : trusted(generation, row, id, state, kind),
                "%s %s %s".formatted(iso3, kind, id));
    }

    private RecordRow.@Nullable Trusted trusted(long generation, ResultSet row, UUID id, MemberState state, String kind)
            throws SQLException {
        StoredRecord.Kind known = KINDS.get(kind);
        if (known == null) {
            return null;
        }
        StoredRecord thing = new StoredRecord(
                state,
                known,
                new FilingId(id),
                row.getInt("lenses"),
                row.getLong("first_position"),
                row.getLong("last_position"),
                StandingRow.bytes(row, "json"));
        Seal seal = seal(generation, thing);
        return MessageDigest.isEqual(seal.mac(), StandingRow.bytes(row, "mac"))
                ? new RecordRow.Trusted(thing, seal)
                : null;
    }
}

package org.stele.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.query.statefile.StateFile;
import org.stele.query.statefile.StateFileJson;
import org.stele.query.statefile.StoredThing;

/** The tables of files. What is written runs in the caller's transaction. */
public final class StateFileRows {

    static final String NAME = "state-file";

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    StateFileRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
    }

    /**
     * Where the projection stands.
     *
     * @param generation which files are the live ones
     * @param position every event up to it is folded into them, or held back beside them
     * @param retryCount how often what was held back was folded after all, behind the position
     */
    public record Progress(long generation, long position, long retryCount) {

        /** Whether nothing up to this position was written anew since. */
        boolean isContinuedBy(Progress later) {
            return generation == later.generation && retryCount == later.retryCount;
        }
    }

    /** A thing of a State that events in hand are about. */
    record Named(MemberState memberState, FilingId id) {}

    public Progress progress() {
        return jdbc.sql("""
                        SELECT generation, position, retry_count FROM query.projection WHERE name = ?
                        """).param(NAME).query((row, _) -> progress(row)).single();
    }

    /** Keeps every other writer out until the transaction ends. */
    Progress lock() {
        return jdbc.sql("""
                        SELECT generation, position, retry_count FROM query.projection WHERE name = ? FOR UPDATE
                        """).param(NAME).query((row, _) -> progress(row)).single();
    }

    /** All things that were changed after a position; as many as there are, because a file is shown whole. */
    List<StoredThing> changedAfter(long generation, long position) {
        return jdbc.sql("""
                        SELECT iso3, kind, id, first_position, last_position, json
                        FROM query.thing
                        WHERE generation = ? AND last_position > ?
                        """)
                .params(generation, position)
                .query((row, _) -> thing(row))
                .list();
    }

    /** For each State of which something is named, a file of no more than what is named. */
    Map<MemberState, StateFile> load(long generation, Set<Named> named) {
        List<StoredThing> found = jdbc.sql("""
                        SELECT t.iso3, t.kind, t.id, t.first_position, t.last_position, t.json
                        FROM unnest(?::text[], ?::uuid[]) AS n (iso3, id)
                        JOIN query.thing t ON t.generation = ? AND t.iso3 = n.iso3::char(3) AND t.id = n.id
                        """)
                .params(
                        named.stream().map(one -> one.memberState().iso3()).toArray(String[]::new),
                        named.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                        generation)
                .query((row, _) -> thing(row))
                .list();
        return files(found);
    }

    /** Files of nothing but these things. */
    static Map<MemberState, StateFile> files(List<StoredThing> things) {
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        things.stream()
                .collect(Collectors.groupingBy(
                        StoredThing::memberState, () -> new EnumMap<>(MemberState.class), Collectors.toList()))
                .forEach((state, own) -> files.put(state, StoredThing.put(StateFile.empty(state), own)));
        return files;
    }

    /** Writes what was changed in files after a position. */
    void save(long generation, Collection<StateFile> files, long changedAfter) {
        List<StoredThing> things = new ArrayList<>();
        files.forEach(file -> things.addAll(StoredThing.changedAfter(file, changedAfter)));
        batches.batchUpdate("""
                INSERT INTO query.thing (generation, iso3, id, kind, first_position, last_position, json)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (generation, iso3, id, kind) DO UPDATE
                SET last_position = EXCLUDED.last_position, json = EXCLUDED.json
                """, things, ROWS_AT_ONCE, (statement, thing) -> {
            statement.setLong(1, generation);
            statement.setString(2, thing.memberState().iso3());
            statement.setObject(3, thing.id().value());
            statement.setString(4, thing.kind().name());
            statement.setLong(5, thing.firstPosition());
            statement.setLong(6, thing.lastPosition());
            statement.setBytes(7, thing.json());
        });
    }

    void advanceTo(long position) {
        jdbc.sql("UPDATE query.projection SET position = ? WHERE name = ?")
                .params(position, NAME)
                .update();
    }

    void countRetry() {
        jdbc.sql("UPDATE query.projection SET retry_count = retry_count + 1 WHERE name = ?")
                .param(NAME)
                .update();
    }

    long nextGeneration() {
        return jdbc.sql("SELECT nextval('query.generation')").query(Long.class).single();
    }

    /** Makes a generation the live one and drops every other. */
    void switchTo(long generation) {
        jdbc.sql("UPDATE query.projection SET generation = ?, fold_version = ? WHERE name = ?")
                .params(generation, StateFileJson.VERSION, NAME)
                .update();
        jdbc.sql("DELETE FROM query.thing WHERE generation <> ?")
                .param(generation)
                .update();
        jdbc.sql("DELETE FROM query.held WHERE generation <> ?")
                .param(generation)
                .update();
    }

    /** Has everything folded anew from the first event on, if another version of the fold made what is here. */
    void dropOtherVersions() {
        lock();
        int version = jdbc.sql("SELECT fold_version FROM query.projection WHERE name = ?")
                .param(NAME)
                .query(Integer.class)
                .single();
        if (version != StateFileJson.VERSION) {
            switchTo(nextGeneration());
            advanceTo(0);
            jdbc.sql("DELETE FROM query.token_entry WHERE processorName = ?")
                    .param(NAME)
                    .update();
        }
    }

    private static StoredThing thing(ResultSet row) throws SQLException {
        return new StoredThing(
                MemberState.find(row.getString("iso3")).orElseThrow(),
                StoredThing.Kind.valueOf(row.getString("kind")),
                new FilingId(row.getObject("id", UUID.class)),
                row.getLong("first_position"),
                row.getLong("last_position"),
                row.getBytes("json"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(row.getLong("generation"), row.getLong("position"), row.getLong("retry_count"));
    }
}

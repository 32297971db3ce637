package org.stele.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.MemberState;
import org.stele.query.statefile.StateFile;
import org.stele.query.statefile.StateFileJson;

/** The tables of files. What is written runs in the caller's transaction. */
public final class StateFileRows {

    private static final String NAME = "state-file";

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
     * @param position every event up to it is folded into them
     */
    public record Progress(long generation, long position) {}

    /**
     * The files of all States that have one.
     *
     * @param position every event up to it is folded into them
     */
    public record Board(long position, Map<MemberState, StateFile> files) {}

    public Progress progress() {
        return jdbc.sql("""
                        SELECT generation, position FROM query.projection WHERE name = ?
                        """).param(NAME).query((row, _) -> progress(row)).single();
    }

    /** The file of one State as it was last written; empty where the State has no event yet. */
    public Optional<StateFile> find(MemberState memberState) {
        return jdbc.sql("""
                        SELECT f.file
                        FROM query.projection p
                        JOIN query.state_file f ON f.generation = p.generation
                        WHERE p.name = ? AND f.iso3 = ?
                        """)
                .params(NAME, memberState.iso3())
                .query((row, _) -> StateFileJson.read(row.getBytes("file")))
                .optional();
    }

    /** One statement, so that position and files belong together. At most 193 rows. */
    public Board all() {
        List<Row> rows = jdbc.sql("""
                        SELECT p.position, f.file
                        FROM query.projection p
                        LEFT JOIN query.state_file f ON f.generation = p.generation
                        WHERE p.name = ?
                        """)
                .param(NAME)
                .query((row, _) -> new Row(row.getLong("position"), row.getBytes("file")))
                .list();
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        for (Row row : rows) {
            if (row.file() != null) {
                StateFile file = StateFileJson.read(row.file());
                files.put(file.memberState(), file);
            }
        }
        return new Board(rows.getFirst().position(), files);
    }

    private record Row(long position, byte @Nullable [] file) {}

    /** Keeps every other writer out until the transaction ends. */
    Progress lock() {
        return jdbc.sql("""
                        SELECT generation, position FROM query.projection WHERE name = ? FOR UPDATE
                        """).param(NAME).query((row, _) -> progress(row)).single();
    }

    Map<MemberState, StateFile> load(long generation, Collection<MemberState> states) {
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        jdbc.sql("""
                        SELECT file FROM query.state_file WHERE generation = ? AND iso3 = ANY (?)
                        """)
                .params(generation, states.stream().map(MemberState::iso3).toArray(String[]::new))
                .query((row, _) -> StateFileJson.read(row.getBytes("file")))
                .list()
                .forEach(file -> files.put(file.memberState(), file));
        return files;
    }

    void save(long generation, Collection<StateFile> files) {
        batches.batchUpdate("""
                INSERT INTO query.state_file (generation, iso3, last_position, file) VALUES (?, ?, ?, ?)
                ON CONFLICT (generation, iso3) DO UPDATE
                SET last_position = EXCLUDED.last_position, file = EXCLUDED.file
                """, files, Math.max(1, files.size()), (statement, file) -> {
            statement.setLong(1, generation);
            statement.setString(2, file.memberState().iso3());
            statement.setLong(3, file.lastPosition());
            statement.setBytes(4, StateFileJson.write(file));
        });
    }

    void advanceTo(long position) {
        jdbc.sql("UPDATE query.projection SET position = ? WHERE name = ?")
                .params(position, NAME)
                .update();
    }

    long nextGeneration() {
        return jdbc.sql("SELECT nextval('query.generation')").query(Long.class).single();
    }

    /** Makes a generation the live one and drops every other. */
    void switchTo(long generation) {
        jdbc.sql("UPDATE query.projection SET generation = ? WHERE name = ?")
                .params(generation, NAME)
                .update();
        jdbc.sql("DELETE FROM query.state_file WHERE generation <> ?")
                .param(generation)
                .update();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(row.getLong("generation"), row.getLong("position"));
    }
}

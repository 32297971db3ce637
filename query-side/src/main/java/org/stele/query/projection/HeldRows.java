package org.stele.query.projection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.MemberState;
import org.stele.query.replay.HeldEvents;
import org.stele.query.statefile.Held;

/** The table of events that are held back. What is written runs in the caller's transaction. */
public final class HeldRows {

    /** Stands for events that cannot be read and name no State. */
    static final String NO_STATE = "---";

    private static final int LONGEST_CAUSE = 2_000;

    private final JdbcClient jdbc;

    HeldRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    private record Row(String iso3, Held held) {}

    /** What is held back beside the live files. */
    public HeldEvents live() {
        return of(jdbc.sql("SELECT generation FROM query.projection WHERE name = ?")
                .param(StateFileRows.NAME)
                .query(Long.class)
                .single());
    }

    /** At most 194 rows. */
    HeldEvents of(long generation) {
        List<Row> rows = jdbc.sql("""
                        SELECT iso3, from_position, cause, event_count, last_position
                        FROM query.held
                        WHERE generation = ?
                        """)
                .param(generation)
                .query((row, _) -> new Row(
                        row.getString("iso3"),
                        new Held(
                                row.getLong("from_position"),
                                row.getString("cause"),
                                row.getLong("event_count"),
                                row.getLong("last_position"))))
                .list();
        HeldEvents held = new HeldEvents();
        rows.forEach(row -> held.put(MemberState.find(row.iso3()).orElse(null), row.held()));
        return held;
    }

    /** Writes what has come to be held back, or is no more. */
    void save(long generation, HeldEvents before, HeldEvents after) {
        for (Optional<MemberState> state : HeldEvents.keys(before, after)) {
            MemberState key = state.orElse(null);
            Held held = after.of(key);
            if (!Objects.equals(held, before.of(key))) {
                save(generation, key, held);
            }
        }
    }

    private void save(long generation, @Nullable MemberState state, @Nullable Held held) {
        String iso3 = state == null ? NO_STATE : state.iso3();
        if (held == null) {
            jdbc.sql("DELETE FROM query.held WHERE generation = ? AND iso3 = ?")
                    .params(generation, iso3)
                    .update();
            return;
        }
        jdbc.sql("""
                INSERT INTO query.held (generation, iso3, from_position, last_position, event_count, cause)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (generation, iso3) DO UPDATE
                SET from_position = EXCLUDED.from_position, last_position = EXCLUDED.last_position,
                    event_count = EXCLUDED.event_count, cause = EXCLUDED.cause
                """).params(generation, iso3, held.from(), held.last(), held.count(), shortened(held.cause())).update();
    }

    private static String shortened(String cause) {
        String text = cause.replace('\0', ' ');
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
    }
}

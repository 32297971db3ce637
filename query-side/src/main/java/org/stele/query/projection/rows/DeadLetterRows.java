package org.stele.query.projection.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.MemberState;
import org.stele.query.replay.DeadLettersByState;
import org.stele.statefile.DeadLetters;
import org.stele.statefile.lens.Sight;

/** The table of events that are held back. Writes use the caller's transaction. */
public final class DeadLetterRows {

    /** The code for events that cannot be read and name no State. */
    public static final String NO_STATE = "---";

    private static final int LONGEST_CAUSE = 2_000;

    private final JdbcClient jdbc;
    private final ViewKey key;

    public DeadLetterRows(DataSource dataSource, ViewKey key) {
        this.jdbc = JdbcClient.create(dataSource);
        this.key = key;
    }

    private record Row(String iso3, DeadLetters held, byte[] mac) {}

    /** The events held back beside the live files, as far as their rows can be trusted. */
    public DeadLettersByState live() {
        return jdbc.sql("SELECT generation FROM query.projection WHERE name = ?")
                .param(StateFileRows.NAME)
                .query(Long.class)
                .optional()
                .map(generation -> read(generation).events())
                .orElseGet(DeadLettersByState::new);
    }

    /** At most one row for each State, and one for events that name none. */
    public ReadDeadLetters read(long generation) {
        ReadDeadLetters read = ReadDeadLetters.none();
        List<Row> others = new ArrayList<>();
        for (Row row : rows(generation)) {
            MemberState state = MemberState.find(row.iso3()).orElse(null);
            Seal seal = seal(generation, row.iso3(), row.held());
            boolean isTrusted = MessageDigest.isEqual(seal.mac(), row.mac());
            if (isTrusted) {
                read.events().put(state, row.held());
                read.seals().put(Optional.ofNullable(state), seal);
            } else if (state != null) {
                read.wrong().put(state, wrong(row));
            } else {
                others.add(row);
            }
        }
        return new ReadDeadLetters(
                read.events(), read.seals(), read.wrong(), others.isEmpty() ? null : wrong(others.getFirst()));
    }

    private static String wrong(Row row) {
        return "the row %s of query.held is not what the projection wrote".formatted(row.iso3());
    }

    private List<Row> rows(long generation) {
        return jdbc.sql("""
                        SELECT iso3, from_position, cause, event_count, last_position, mac
                        FROM query.held
                        WHERE generation = ? LIMIT 1000
                        """)
                .param(generation)
                .query((row, _) -> new Row(
                        String.valueOf(row.getString("iso3")),
                        new DeadLetters(
                                row.getLong("from_position"),
                                String.valueOf(row.getString("cause")),
                                row.getLong("event_count"),
                                row.getLong("last_position")),
                        StandingRow.bytes(row, "mac")))
                .list();
    }

    /** Writes the changes in what is held back, and updates the sums. */
    public void save(long generation, ReadDeadLetters before, DeadLettersByState after, SightSums sums) {
        for (Optional<MemberState> state : DeadLettersByState.keys(before.events(), after)) {
            MemberState named = state.orElse(null);
            DeadLetters held = after.of(named);
            if (!Objects.equals(held, before.events().of(named))) {
                Seal replaced = before.seals().get(state);
                if (replaced != null) {
                    sums.subtract(named, Sight.ALL, replaced);
                }
                save(generation, named, held, sums);
            }
        }
    }

    private void save(long generation, @Nullable MemberState state, @Nullable DeadLetters held, SightSums sums) {
        String iso3 = state == null ? NO_STATE : state.iso3();
        if (held == null) {
            jdbc.sql("DELETE FROM query.held WHERE generation = ? AND iso3 = ?")
                    .params(generation, iso3)
                    .update();
            return;
        }
        DeadLetters stored = new DeadLetters(held.from(), shortened(held.cause()), held.count(), held.last());
        Seal seal = seal(generation, iso3, stored);
        sums.add(state, Sight.ALL, seal);
        jdbc.sql("""
                INSERT INTO query.held (generation, iso3, from_position, last_position, event_count, cause, mac)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (generation, iso3) DO UPDATE
                SET from_position = EXCLUDED.from_position, last_position = EXCLUDED.last_position,
                    event_count = EXCLUDED.event_count, cause = EXCLUDED.cause, mac = EXCLUDED.mac
                """)
                .params(generation, iso3, stored.from(), stored.last(), stored.count(), stored.cause(), seal.mac())
                .update();
    }

    private Seal seal(long generation, String iso3, DeadLetters held) {
        return key.seal(
                "held",
                new long[] {generation, held.from(), held.last(), held.count()},
                iso3.getBytes(UTF_8),
                held.cause().getBytes(UTF_8));
    }

    private static String shortened(String cause) {
        String text = cause.replace('\0', ' ');
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
    }
}

package org.stele.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.MemberState;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.StandingRow;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.query.projection.rows.ViewKey;
import org.stele.query.projection.rows.ViewsNotTrusted;
import org.stele.query.replay.DeadLettersByState;
import org.stele.query.replay.EventDecoder;
import org.stele.query.replay.LedgerFold;
import org.stele.query.replay.Replay;
import org.stele.query.replay.StateGroups;
import org.stele.statefile.DeadLetters;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileJson;
import org.stele.statefile.StoredRecord;
import org.stele.statefile.lens.SeenRecords;

/**
 * Folds the events anew and compares the stored views with the result, row by row, and with their seals where the key
 * is available. It reads one snapshot and changes nothing, so it may run beside an application.
 */
public final class ViewFsck {

    private static final int ROWS_AT_ONCE = 1_000;

    /** A folded event takes about as much memory as its body has bytes; twice that where its texts are not in Latin letters. */
    private static final int MEMORY_PER_BODY_BYTE = 8;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final JdbcTemplate rowByRow;
    private final long bytesAtOnce;
    private final Replay replay;
    private final Optional<ViewKey> key;

    private ViewFsck(DataSource dataSource, Optional<ViewKey> key, long bytesAtOnce) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.rowByRow = new JdbcTemplate(dataSource);
        this.rowByRow.setFetchSize(ROWS_AT_ONCE);
        this.bytesAtOnce = bytesAtOnce;
        this.replay = new Replay(new LedgerReader(dataSource), new LedgerBulkReader(dataSource), new EventDecoder());
        this.key = key;
    }

    /**
     * The report.
     *
     * @param keyMissing whether the rows are sealed, and were compared with the events alone because the key was not given
     * @param text one line for people
     */
    public record Report(boolean sound, boolean keyMissing, String text) {

        private static Report wrong(String what) {
            return new Report(false, false, "views: " + what);
        }

        private static Report none(String what) {
            return new Report(true, false, "views: " + what);
        }
    }

    /** The rows of some States that agree, or what of them does not. */
    private record Found(long rowCount, @Nullable String wrong) {}

    /**
     * Compares the views of a database whose ledger was found sound. The events are read several times where the memory that Java
     * may use does not hold the files of all States; it must hold that of the largest ({@link OutOfMemoryError}).
     *
     * @param dataSource of a role that may SELECT from both schemas
     * @param key without which rows are compared with the events alone
     */
    public static Report run(DataSource dataSource, Optional<ViewKey> key) {
        return run(dataSource, key, Runtime.getRuntime().maxMemory() / MEMORY_PER_BODY_BYTE);
    }

    /** The same, with files folded at once of States whose events have so many bytes. */
    static Report run(DataSource dataSource, Optional<ViewKey> key, long bytesAtOnce) {
        ViewFsck fsck = new ViewFsck(dataSource, key, bytesAtOnce);
        if (!fsck.areThere()) {
            return Report.none("none of this version are stored; they are folded at the next start");
        }
        return Snapshots.ofTheProjection(dataSource).read(fsck::compare);
    }

    private boolean areThere() {
        return jdbc.sql("""
                        SELECT count(*) = 1 FROM information_schema.columns
                        WHERE table_schema = 'query' AND table_name = 'thing' AND column_name = 'lenses'
                        """).query(Boolean.class).single();
    }

    private Report compare() {
        ViewKey sealing = key.orElseGet(() -> ViewKey.of(new byte[1]));
        StateFileRows rows = new StateFileRows(dataSource, sealing);
        List<String> unsealed = key.isPresent() ? unsealed(rows, sealing) : List.of();
        if (!unsealed.isEmpty()) {
            return Report.wrong(unsealed.getFirst());
        }
        if (hasOtherVersion()) {
            return Report.none("those of another version are stored; they are folded at the next start");
        }
        Progress progress = rows.progress();
        Map<String, DeadLetters> held = held(progress.generation());
        long count = 0;
        for (Set<Optional<MemberState>> group : StateGroups.of(replay.bodyBytes(progress.position()), bytesAtOnce)) {
            Found found = compare(group, progress, held);
            if (found.wrong() != null) {
                return Report.wrong(found.wrong());
            }
            count += found.rowCount();
        }
        if (count != storedCount(progress.generation())) {
            return Report.wrong("query.thing has rows of no Member State");
        }
        String text = "views: %s rows are what events 1 to %s give".formatted(count, progress.position());
        return key.isPresent()
                ? new Report(true, false, text)
                : new Report(true, isSealed(), text + "; their seals were not compared, because the key is not here");
    }

    /** One method holds these files, so that they are gone before the next are folded. */
    private Found compare(Set<Optional<MemberState>> group, Progress progress, Map<String, DeadLetters> held) {
        LedgerFold folding = replay.some(group, progress.position());
        String wrongHeld = wrongHeld(held, folding.held());
        if (wrongHeld != null) {
            return new Found(0, wrongHeld);
        }
        Map<MemberState, StateFile> files = folding.files();
        long count = 0;
        for (MemberState state : MemberState.values()) {
            if (group.contains(Optional.of(state))) {
                Map<String, Supplier<StoredRecord>> expected =
                        expected(files.getOrDefault(state, StateFile.empty(state)), held.get(state.iso3()));
                count += expected.size();
                String wrong = wrong(progress.generation(), state, expected);
                if (wrong != null) {
                    return new Found(count, wrong);
                }
            }
        }
        return new Found(count, null);
    }

    private boolean isSealed() {
        return jdbc.sql("SELECT count(*) > 0 FROM query.projection WHERE name = ? AND key_id IS NOT NULL")
                .param(StateFileRows.NAME)
                .query(Boolean.class)
                .single();
    }

    private boolean hasOtherVersion() {
        return jdbc
                .sql("SELECT fold_version FROM query.projection WHERE name = ? AND key_id IS NOT NULL")
                .param(StateFileRows.NAME)
                .query(Integer.class)
                .list()
                .stream()
                .anyMatch(version -> version != StateFileJson.VERSION);
    }

    private List<String> unsealed(StateFileRows rows, ViewKey sealing) {
        try {
            return new SealCheck(rows, new DeadLetterRows(dataSource, sealing)).look();
        } catch (ViewsNotTrusted e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, DeadLetters> held(long generation) {
        return jdbc
                .sql(
                        "SELECT iso3, from_position, cause, event_count, last_position FROM query.held WHERE generation = ?")
                .param(generation)
                .query((row, _) -> Map.entry(
                        String.valueOf(row.getString("iso3")),
                        new DeadLetters(
                                row.getLong("from_position"),
                                String.valueOf(row.getString("cause")),
                                row.getLong("event_count"),
                                row.getLong("last_position"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Events that must be held back are expected; others may wait for an operator's retry. */
    private static @Nullable String wrongHeld(Map<String, DeadLetters> stored, DeadLettersByState folded) {
        for (Map.Entry<Optional<MemberState>, DeadLetters> one : folded.all().entrySet()) {
            String iso3 = one.getKey().map(MemberState::iso3).orElse(DeadLetterRows.NO_STATE);
            DeadLetters found = stored.get(iso3);
            if (found == null || found.from() > one.getValue().from()) {
                return "%s: events from position %s on cannot be folded, and query.held does not say so"
                        .formatted(iso3, one.getValue().from());
            }
        }
        return null;
    }

    private static Map<String, Supplier<StoredRecord>> expected(StateFile file, @Nullable DeadLetters held) {
        return SeenRecords.byName(held == null ? file : file.upTo(held.from() - 1));
    }

    /** What of a State's rows is not as expected; null where nothing is. A few rows are in memory at a time. */
    private @Nullable String wrong(long generation, MemberState state, Map<String, Supplier<StoredRecord>> expected) {
        List<String> wrong = new ArrayList<>(1);
        RowCallbackHandler each = row -> {
            if (wrong.isEmpty()) {
                Optional.ofNullable(wrong(row, state, expected)).ifPresent(wrong::add);
            }
        };
        rowByRow.query("""
                SELECT kind, id, lenses, first_position, last_position, json FROM query.thing
                WHERE generation = ? AND iso3 = ?::char(3)
                """, each, generation, state.iso3());
        if (wrong.isEmpty() && !expected.isEmpty()) {
            String missing = expected.keySet().iterator().next();
            wrong.add("%s: the row %s is missing".formatted(state.iso3(), missing));
        }
        return wrong.isEmpty() ? null : wrong.getFirst();
    }

    private static @Nullable String wrong(
            ResultSet row, MemberState state, Map<String, Supplier<StoredRecord>> expected) throws SQLException {
        String name = StoredRecord.name(
                String.valueOf(row.getString("kind")), row.getObject("id", UUID.class), row.getInt("lenses"));
        Supplier<StoredRecord> given = expected.remove(name);
        if (given == null) {
            return "%s: no event gives the row %s".formatted(state.iso3(), name);
        }
        return isSame(row, given.get())
                ? null
                : "%s: the row %s is not what the events give".formatted(state.iso3(), name);
    }

    private static boolean isSame(ResultSet row, StoredRecord given) throws SQLException {
        return row.getLong("first_position") == given.firstPosition()
                && row.getLong("last_position") == given.lastPosition()
                && Arrays.equals(StandingRow.bytes(row, "json"), given.json());
    }

    private long storedCount(long generation) {
        return jdbc.sql("SELECT count(*) FROM query.thing WHERE generation = ?")
                .param(generation)
                .query(Long.class)
                .single();
    }
}

package org.stele.query.projection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
import org.stele.query.statefile.DeadLetters;
import org.stele.query.statefile.StateFile;
import org.stele.query.statefile.StateFileJson;
import org.stele.query.statefile.StoredRecord;

/**
 * Folds the events anew and compares the stored views with the result, row by row, and with their seals where the key
 * is available. It reads one snapshot and changes nothing, so it may run beside an application.
 */
public final class ViewFsck {

    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Replay replay;
    private final Optional<ViewKey> key;

    private ViewFsck(DataSource dataSource, Optional<ViewKey> key) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.replay = new Replay(new LedgerReader(dataSource), new LedgerBulkReader(dataSource), new EventDecoder());
        this.key = key;
    }

    /**
     * The report.
     *
     * @param text one line for people
     */
    public record Report(boolean sound, String text) {}

    /** One row as stored, or as expected. */
    private record Row(String kind, @Nullable UUID id, long first, long last, byte[] json) {

        String name() {
            return kind + " " + id;
        }

        boolean isSame(Row other) {
            return first == other.first && last == other.last && Arrays.equals(json, other.json);
        }
    }

    /**
     * Compares the views of a database whose ledger was found sound.
     *
     * @param dataSource of a role that may SELECT from both schemas
     * @param keyFile without it, rows are compared with the events alone
     */
    public static Report run(DataSource dataSource, Path keyFile) throws IOException {
        ViewFsck fsck = new ViewFsck(dataSource, ViewKey.find(keyFile));
        if (!fsck.areThere()) {
            return new Report(true, "views: none of this version are stored; they are folded at the next start");
        }
        return Objects.requireNonNull(
                ProjectionConfiguration.oneMoment(dataSource).execute(_ -> fsck.compare()));
    }

    private boolean areThere() {
        return jdbc.sql("""
                        SELECT count(*) = 1 FROM information_schema.columns
                        WHERE table_schema = 'query' AND table_name = 'projection' AND column_name = 'sums'
                        """).query(Boolean.class).single();
    }

    private Report compare() {
        ViewKey sealing = key.orElseGet(() -> ViewKey.of(new byte[1]));
        StateFileRows rows = new StateFileRows(dataSource, sealing);
        List<String> unsealed = key.isPresent() ? unsealed(rows, sealing) : List.of();
        if (!unsealed.isEmpty()) {
            return new Report(false, "views: " + unsealed.getFirst());
        }
        if (hasOtherVersion()) {
            return new Report(true, "views: those of another version are stored; they are folded at the next start");
        }
        Progress progress = rows.progress();
        LedgerFold folding = replay.all(progress.position(), THREADS);
        Map<MemberState, StateFile> files = folding.files();
        Map<String, DeadLetters> held = held(progress.generation());
        String wrong = wrongHeld(held, folding.held());
        long count = 0;
        for (MemberState state : MemberState.values()) {
            List<Row> expected = expected(files.getOrDefault(state, StateFile.empty(state)), held.get(state.iso3()));
            wrong = wrong == null ? wrong(state, expected, stored(progress.generation(), state)) : wrong;
            count += expected.size();
        }
        if (wrong == null && count != storedCount(progress.generation())) {
            wrong = "query.thing has rows of no Member State";
        }
        return wrong != null
                ? new Report(false, "views: " + wrong)
                : new Report(
                        true,
                        "views: %s rows are what events 1 to %s give%s"
                                .formatted(
                                        count,
                                        progress.position(),
                                        key.isPresent()
                                                ? ""
                                                : "; their seals were not compared, because the key is not here"));
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

    private static List<Row> expected(StateFile file, @Nullable DeadLetters held) {
        StateFile part = held == null ? file : file.upTo(held.from() - 1);
        return StoredRecord.changedAfter(part, 0).stream()
                .map(thing -> new Row(
                        thing.kind().name(),
                        thing.id().value(),
                        thing.firstPosition(),
                        thing.lastPosition(),
                        thing.json()))
                .toList();
    }

    private List<Row> stored(long generation, MemberState state) {
        return jdbc.sql("""
                        SELECT kind, id, first_position, last_position, json FROM query.thing
                        WHERE generation = ? AND iso3 = ?::char(3)
                        """)
                .params(generation, state.iso3())
                .query((row, _) -> new Row(
                        String.valueOf(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        row.getLong("first_position"),
                        row.getLong("last_position"),
                        StandingRow.bytes(row, "json")))
                .list();
    }

    private long storedCount(long generation) {
        return jdbc.sql("SELECT count(*) FROM query.thing WHERE generation = ?")
                .param(generation)
                .query(Long.class)
                .single();
    }

    private static @Nullable String wrong(MemberState state, List<Row> expected, List<Row> stored) {
        Map<String, Row> found = stored.stream().collect(Collectors.toMap(Row::name, Function.identity(), (a, _) -> a));
        for (Row row : expected) {
            Row other = found.remove(row.name());
            if (other == null) {
                return "%s: the row %s is missing".formatted(state.iso3(), row.name());
            }
            if (!row.isSame(other)) {
                return "%s: the row %s is not what the events give".formatted(state.iso3(), row.name());
            }
        }
        return found.isEmpty()
                ? null
                : "%s: no event gives the row %s"
                        .formatted(state.iso3(), found.keySet().iterator().next());
    }
}

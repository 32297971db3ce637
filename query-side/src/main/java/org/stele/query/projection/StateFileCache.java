package org.stele.query.projection;

import static java.util.Objects.requireNonNull;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.ReadDeadLetters;
import org.stele.query.projection.rows.RecordRow;
import org.stele.query.projection.rows.Seal;
import org.stele.query.projection.rows.Standing;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.query.projection.rows.SumCheck;
import org.stele.query.projection.rows.Sums;
import org.stele.query.projection.rows.ViewsNotTrusted;
import org.stele.query.replay.DeadLettersByState;
import org.stele.statefile.DeadLetters;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.StateFile;
import org.stele.statefile.lens.Sight;

/**
 * The stored files as they are seen through one lens, kept in memory while there is room: only rows that have changed since the last
 * read are read again, once for all concurrent readers. Rows that the projection did not write are never given out.
 *
 * <p>Files read within the last second are given out again while newer ones are read on another thread: a reader of a
 * ledger size that they do not reach has the later events read itself.
 */
public final class StateFileCache {

    private static final Logger LOG = LoggerFactory.getLogger(StateFileCache.class);

    /** The cost of a read grows with the changes: beside many writers it is not paid by each reader. */
    private static final long REFRESH_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final StateFileRows rows;
    private final DeadLetterRows heldRows;
    private final Snapshots snapshots;
    private final Findings findings;
    private final Seen seen;
    private final Kept elsewhere;
    private final SingleFlight<Files> refresh = new SingleFlight<>(this::refreshed);
    private final AtomicBoolean refreshingBeside = new AtomicBoolean();
    private volatile SoftReference<Known> known = new SoftReference<>(null);
    private volatile SoftReference<Given> given = new SoftReference<>(null);

    /**
     * What is seen here.
     *
     * @param only the State whose records alone are seen; null for all
     */
    record Seen(Sight sight, @Nullable MemberState only) {

        /** For whom the database is asked. */
        Audience audience() {
            MemberState owner = only == null ? MemberState.values()[0] : only;
            return requireNonNull(sight.audience(owner), "the record itself is for no audience");
        }
    }

    /** Finds a record that another cache has, so that it is in memory once; null where none has it. */
    @FunctionalInterface
    interface Kept {

        @Nullable
        FiledRecord find(RecordRow.Id id, Seal seal);
    }

    /** A record and the seal of its row. */
    private record Row(Seal seal, FiledRecord record) {}

    /** Files, and when they were known to be the stored ones. */
    private record Given(Files files, long atNanos) {

        long ageNanos() {
            return System.nanoTime() - atNanos;
        }
    }

    StateFileCache(
            StateFileRows rows,
            DeadLetterRows heldRows,
            Snapshots snapshots,
            Findings findings,
            Seen seen,
            Kept elsewhere) {
        this.rows = rows;
        this.heldRows = heldRows;
        this.snapshots = snapshots;
        this.findings = findings;
        this.seen = seen;
        this.elsewhere = elsewhere;
    }

    /** A record that is kept here under a seal; null where none is. */
    @Nullable
    FiledRecord find(RecordRow.Id id, Seal seal) {
        Known here = known.get();
        Row row = here == null ? null : here.rows().get(id);
        return row != null && Arrays.equals(row.seal().mac(), seal.mac()) ? row.record() : null;
    }

    /** All files of one snapshot. Immutable. */
    public static final class Files {

        private final Progress progress;
        private final Map<MemberState, StateFile> files;
        private final DeadLettersByState held;
        private final Map<MemberState, String> wrong;

        private Files(
                Progress progress,
                Map<MemberState, StateFile> files,
                DeadLettersByState held,
                Map<MemberState, String> wrong) {
            this.progress = progress;
            this.files = files;
            this.held = held;
            this.wrong = wrong;
        }

        Progress progress() {
            return progress;
        }

        /** Every event up to it is folded into the files, or held back. */
        public long position() {
            return progress.position();
        }

        /** Throws a problem (503) where the rows of the State cannot be trusted. */
        public StateFile file(MemberState state) {
            if (wrong.containsKey(state)) {
                throw ViewsNotTrusted.problem(state);
            }
            return files.getOrDefault(state, StateFile.empty(state));
        }

        /** The files of States that have one and whose rows can be trusted. */
        public Map<MemberState, StateFile> all() {
            return files.isEmpty() ? Map.of() : new EnumMap<>(files);
        }

        /** States whose rows cannot be trusted, and why. */
        public Map<MemberState, String> notTrusted() {
            return wrong;
        }

        public DeadLettersByState held() {
            return held;
        }

        public @Nullable DeadLetters held(MemberState state) {
            return held.of(state);
        }
    }

    /** The files, and the state needed to read the changes; only the reading thread changes it. */
    private record Known(Standing standing, Files files, Map<RecordRow.Id, Row> rows, Sums sums) {

        static Known nothing(Standing standing) {
            Files files = new Files(
                    new Progress(
                            standing.progress().generation(),
                            0,
                            standing.progress().retryCount()),
                    Map.of(),
                    new DeadLettersByState(),
                    Map.of());
            return new Known(standing, files, new ConcurrentHashMap<>(), new Sums());
        }
    }

    /** The files as stored within the last second; a problem (503) where none of them can be trusted. */
    public Files now() {
        Given last = given.get();
        if (last == null || last.ageNanos() > MAX_AGE_NANOS) {
            return refresh.get();
        }
        if (last.ageNanos() > REFRESH_AFTER_NANOS && refreshingBeside.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::refreshBeside);
        }
        return last.files();
    }

    /** The files as stored at this moment. */
    Files atThisMoment() {
        return refresh.get();
    }

    private void refreshBeside() {
        try {
            refresh.get();
        } catch (RuntimeException e) {
            // The next reader reads again, and gets the exception.
            LOG.debug("Stored views could not be read", e);
        } finally {
            refreshingBeside.set(false);
        }
    }

    private boolean isCurrent(Known read) {
        try {
            return Arrays.equals(
                    read.standing().mac(), snapshots.read(() -> rows.standing().mac(seen.sight())));
        } catch (NonTransientDataAccessException e) {
            return false; // Reading says what it is.
        }
    }

    /** Makes the next reader read everything again. */
    void forget() {
        known = new SoftReference<>(null);
        given = new SoftReference<>(null);
    }

    private Files refreshed() {
        long atNanos = System.nanoTime();
        Known before = known.get();
        if (before != null && isCurrent(before)) {
            given = new SoftReference<>(new Given(before.files(), atNanos));
            return before.files();
        }
        known = new SoftReference<>(null); // Unless the reading succeeds: it changes what is known.
        try {
            Known read = snapshots.read(() -> read(before));
            known = new SoftReference<>(read);
            given = new SoftReference<>(new Given(read.files(), atNanos));
            return read.files();
        } catch (ViewsNotTrusted e) {
            given = new SoftReference<>(null);
            findings.replace(seen, List.of(String.valueOf(e.getMessage())));
            throw e.asProblem();
        } catch (NonTransientDataAccessException e) {
            given = new SoftReference<>(null);
            ViewsNotTrusted other = new ViewsNotTrusted("The tables of schema query cannot be read: " + e.getMessage());
            findings.replace(seen, List.of(String.valueOf(other.getMessage())));
            throw other.asProblem();
        }
    }

    private Known read(@Nullable Known before) {
        Standing standing = rows.standing().read(seen.sight());
        Progress progress = standing.progress();
        Known base =
                before != null && before.files().progress.isContinuedBy(progress) ? before : Known.nothing(standing);
        Map<MemberState, String> wrong = new EnumMap<>(MemberState.class);
        wrong.putAll(base.files().wrong);
        List<String> others = new ArrayList<>();
        Map<MemberState, List<FiledRecord>> changed = new EnumMap<>(MemberState.class);
        rows.things()
                .changedAfter(seen.sight(), progress.generation(), base.files().position())
                .forEach(row -> take(row, base, changed, wrong, others));
        ReadDeadLetters held = heldRows.read(progress.generation());
        wrong.putAll(held.wrong());
        Optional.ofNullable(held.ofNoState()).ifPresent(others::add);
        compare(base.sums().plus(held.sums()), standing.sums().of(seen.sight()), wrong, others);
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        files.putAll(base.files().files);
        changed.forEach((state, own) -> files.put(
                state, files.getOrDefault(state, StateFile.empty(state)).with(own)));
        files.keySet().removeAll(wrong.keySet());
        new TreeMap<>(wrong).entrySet().forEach(entry -> others.add(ViewsNotTrusted.finding(entry)));
        findings.replace(seen, others);
        return new Known(standing, new Files(progress, files, held.events(), wrong), base.rows(), base.sums());
    }

    private void take(
            RecordRow row,
            Known base,
            Map<MemberState, List<FiledRecord>> changed,
            Map<MemberState, String> wrong,
            List<String> others) {
        RecordRow.Trusted trusted = row.trusted();
        if (trusted != null) {
            RecordRow.Id id = RecordRow.Id.of(trusted.thing());
            FiledRecord kept = elsewhere.find(id, trusted.seal());
            FiledRecord record = kept == null ? trusted.thing().record() : kept;
            Row replaced = base.rows().put(id, new Row(trusted.seal(), record));
            if (replaced != null) {
                base.sums().subtract(id.memberState(), replaced.seal());
            }
            base.sums().add(id.memberState(), trusted.seal());
            changed.computeIfAbsent(id.memberState(), _ -> new ArrayList<>()).add(record);
        } else if (row.memberState() != null) {
            wrong.putIfAbsent(row.memberState(), row.wrong());
        } else {
            others.add(row.wrong());
        }
    }

    private void compare(Sums read, Sums written, Map<MemberState, String> wrong, List<String> others) {
        MemberState only = seen.only();
        if (only == null) {
            SumCheck.compare(read, written, wrong, others);
        } else {
            SumCheck.compare(only, read, written, wrong);
        }
    }
}

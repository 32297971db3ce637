package org.stele.query.projection;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import org.stele.events.MemberState;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.ReadDeadLetters;
import org.stele.query.projection.rows.ReadRecords;
import org.stele.query.projection.rows.RecordRow;
import org.stele.query.projection.rows.Seal;
import org.stele.query.projection.rows.Standing;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.query.projection.rows.Sums;
import org.stele.query.projection.rows.ViewsNotTrusted;
import org.stele.query.replay.DeadLettersByState;
import org.stele.statefile.DeadLetters;
import org.stele.statefile.StateFile;
import org.stele.statefile.StoredRecord;

/**
 * The stored files, kept in memory while there is room: only rows that have changed since the last read are read again,
 * once for all concurrent readers. Rows that the projection did not write are never given out.
 *
 * <p>Files read within the last second are given out again while newer ones are read on another thread: a reader of a
 * ledger size that they do not reach folds the remaining events itself.
 */
public final class StateFileCache {

    private static final Logger LOG = LoggerFactory.getLogger(StateFileCache.class);

    /** The cost of a read grows with the changes: beside many writers it is not paid by each reader. */
    private static final long REFRESH_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final StateFileRows rows;
    private final DeadLetterRows heldRows;
    private final TransactionOperations oneMoment;
    private final Findings findings;
    private final SingleFlight<Files> refresh = new SingleFlight<>(this::refreshed);
    private final AtomicBoolean refreshingBeside = new AtomicBoolean();
    private volatile SoftReference<Known> known = new SoftReference<>(null);
    private volatile SoftReference<Given> given = new SoftReference<>(null);

    /** Files, and when they were known to be the stored ones. */
    private record Given(Files files, long atNanos) {

        long ageNanos() {
            return System.nanoTime() - atNanos;
        }
    }

    /** @param oneMoment a read-only transaction on one snapshot */
    StateFileCache(StateFileRows rows, DeadLetterRows heldRows, TransactionOperations oneMoment, Findings findings) {
        this.rows = rows;
        this.heldRows = heldRows;
        this.oneMoment = oneMoment;
        this.findings = findings;
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
    private record Known(Standing standing, Files files, Map<RecordRow.Key, Seal> seals, Sums sums) {

        static Known nothing(Standing standing) {
            Files files = new Files(
                    new Progress(
                            standing.progress().generation(),
                            0,
                            standing.progress().retryCount()),
                    Map.of(),
                    new DeadLettersByState(),
                    Map.of());
            return new Known(standing, files, new HashMap<>(), new Sums());
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

    /**
     * Has health say what came of reading on behind the live file of a State.
     *
     * @param damage null where the events were as they were recorded
     */
    public void readOn(MemberState state, @Nullable LedgerDamaged damage) {
        findings.later(state, damage == null ? null : damage.getMessage());
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
            return Arrays.equals(read.standing().mac(), rows.standing().mac());
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
            Known read = Objects.requireNonNull(oneMoment.execute(_ -> read(before)));
            known = new SoftReference<>(read);
            given = new SoftReference<>(new Given(read.files(), atNanos));
            return read.files();
        } catch (ViewsNotTrusted e) {
            given = new SoftReference<>(null);
            findings.replace(Findings.By.READER, List.of(String.valueOf(e.getMessage())));
            throw e.asProblem();
        } catch (NonTransientDataAccessException e) {
            given = new SoftReference<>(null);
            ViewsNotTrusted other = new ViewsNotTrusted("The tables of schema query cannot be read: " + e.getMessage());
            findings.replace(Findings.By.READER, List.of(String.valueOf(other.getMessage())));
            throw other.asProblem();
        }
    }

    private Known read(@Nullable Known before) {
        Standing standing = rows.standing().read();
        Progress progress = standing.progress();
        Known base =
                before != null && before.files().progress.isContinuedBy(progress) ? before : Known.nothing(standing);
        Map<MemberState, String> wrong = new EnumMap<>(MemberState.class);
        wrong.putAll(base.files().wrong);
        List<String> others = new ArrayList<>();
        List<RecordRow> changed =
                rows.things().changedAfter(progress.generation(), base.files().position());
        changed.forEach(row -> take(row, base, wrong, others));
        ReadDeadLetters held = heldRows.read(progress.generation());
        wrong.putAll(held.wrong());
        Optional.ofNullable(held.ofNoState()).ifPresent(others::add);
        compare(base.sums().plus(held.sums()), standing.sums(), wrong, others);
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        files.putAll(base.files().files);
        ReadRecords.trusted(changed, wrong)
                .forEach((state, own) -> files.merge(
                        state,
                        StoredRecord.put(StateFile.empty(state), own),
                        (file, _) -> StoredRecord.put(file, own)));
        files.keySet().removeAll(wrong.keySet());
        new TreeMap<>(wrong).entrySet().forEach(entry -> others.add(ViewsNotTrusted.finding(entry)));
        findings.replace(Findings.By.READER, others);
        return new Known(standing, new Files(progress, files, held.events(), wrong), base.seals(), base.sums());
    }

    private static void take(RecordRow row, Known known, Map<MemberState, String> wrong, List<String> others) {
        RecordRow.Trusted trusted = row.trusted();
        if (trusted != null) {
            MemberState state = trusted.thing().memberState();
            Seal replaced = known.seals().put(RecordRow.Key.of(trusted.thing()), trusted.seal());
            if (replaced != null) {
                known.sums().subtract(state, replaced);
            }
            known.sums().add(state, trusted.seal());
        } else if (row.memberState() != null) {
            wrong.putIfAbsent(row.memberState(), row.wrong());
        } else {
            others.add(row.wrong());
        }
    }

    /** Finds what no single row shows: a missing row, and an older one that was restored. */
    static void compare(Sums read, Sums written, Map<MemberState, String> wrong, List<String> others) {
        for (MemberState state : MemberState.values()) {
            if (!read.isSame(Optional.of(state), written)) {
                wrong.putIfAbsent(
                        state,
                        "its rows together are not those that the projection wrote: one is missing, or an older one");
            }
        }
        if (!read.isSame(Optional.empty(), written)) {
            others.add("the row %s of query.held is missing, or an older one".formatted(DeadLetterRows.NO_STATE));
        }
    }
}

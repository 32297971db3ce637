package org.stele.query.projection;

import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.stele.events.MemberState;
import org.stele.query.projection.StateFileRows.Progress;
import org.stele.query.replay.HeldEvents;
import org.stele.query.statefile.Held;
import org.stele.query.statefile.StateFile;
import org.stele.query.statefile.StoredThing;

/**
 * The live files as they are stored, kept in memory while there is room for them: of what is stored, only what has changed
 * since the last look is read again.
 */
public final class LiveFiles {

    private final StateFileRows rows;
    private final HeldRows heldRows;
    private final TransactionOperations oneMoment;
    private final SingleFlight<Files> refresh = new SingleFlight<>(this::refreshed);
    private volatile SoftReference<Files> known = new SoftReference<>(null);

    /**
     * @param oneMoment a transaction that only reads and sees one moment throughout
     */
    LiveFiles(StateFileRows rows, HeldRows heldRows, TransactionOperations oneMoment) {
        this.rows = rows;
        this.heldRows = heldRows;
        this.oneMoment = oneMoment;
    }

    /** All files at one moment. Nothing in it changes. */
    public static final class Files {

        private final Progress progress;
        private final Map<MemberState, StateFile> files;
        private final HeldEvents held;

        private Files(Progress progress, Map<MemberState, StateFile> files, HeldEvents held) {
            this.progress = progress;
            this.files = files;
            this.held = held;
        }

        /** Every event up to it is folded into the files, or held back beside them. */
        public long position() {
            return progress.position();
        }

        public StateFile file(MemberState state) {
            return files.getOrDefault(state, StateFile.empty(state));
        }

        /** Those of States that have one. */
        public Map<MemberState, StateFile> all() {
            return files.isEmpty() ? Map.of() : new EnumMap<>(files);
        }

        public HeldEvents held() {
            return held;
        }

        public @Nullable Held held(MemberState state) {
            return held.of(state);
        }
    }

    /** The files as they are stored now. */
    public Files now() {
        Files files = known.get();
        if (files != null && files.progress.equals(rows.progress())) {
            return files;
        }
        return refresh.get();
    }

    private Files refreshed() {
        Files read = Objects.requireNonNull(oneMoment.execute(_ -> read(known.get())));
        known = new SoftReference<>(read);
        return read;
    }

    private Files read(@Nullable Files before) {
        Progress progress = rows.progress();
        HeldEvents held = heldRows.of(progress.generation());
        long after = 0;
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        if (before != null && before.progress.isContinuedBy(progress)) {
            after = before.progress.position();
            files.putAll(before.files);
        }
        rows.changedAfter(progress.generation(), after).stream()
                .collect(Collectors.groupingBy(StoredThing::memberState))
                .forEach((state, changed) -> files.merge(
                        state,
                        StoredThing.put(StateFile.empty(state), changed),
                        (file, _) -> StoredThing.put(file, changed)));
        return new Files(progress, files, held);
    }
}

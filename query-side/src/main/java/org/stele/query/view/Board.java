package org.stele.query.view;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.across.SubjectRegister;
import org.stele.query.projection.LaterEvents;
import org.stele.query.projection.LiveFiles;
import org.stele.query.replay.DeadLettersByState;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.status.StateView;
import org.stele.web.page.ViewPoint;

/** All Member States side by side as an audience sees them, exact at any size of the ledger. */
public final class Board {

    private final OpenLedger ledger;
    private final LiveFiles live;
    private final LaterEvents later;
    private final Clock clock;
    private final SubjectRegister subjects;

    Board(OpenLedger ledger, LiveFiles live, LaterEvents later, Clock clock, SubjectRegister subjects) {
        this.ledger = ledger;
        this.live = live;
        this.later = later;
        this.clock = clock;
        this.subjects = subjects;
    }

    /**
     * All files in one view. Each is made when it is asked for and not kept: those of all States together take as much memory as
     * the ledger's live files.
     *
     * @param files of a State, the file at the size of the view as it is seen; of every State
     * @param heldFrom for States with events held back, the position of the first
     * @param notTrusted States that are left out, because their stored rows were changed from outside
     * @param across for what two States' files have in common; null for an audience that is not told
     */
    public record Files(
            ViewPoint point,
            Function<MemberState, StateFile> files,
            SortedMap<MemberState, Long> heldFrom,
            SortedSet<MemberState> notTrusted,
            @Nullable AcrossStates across) {

        /** The States that are shown, in the order of their codes: all 193, except those not trusted. */
        public List<MemberState> shown() {
            return Arrays.stream(MemberState.values())
                    .filter(state -> !notTrusted.contains(state))
                    .toList();
        }

        public StateFile file(MemberState state) {
            return notTrusted.contains(state) ? StateFile.empty(state) : files.apply(state);
        }

        public StateView view(StateFile file) {
            return StateView.of(file, point.effectiveOn(), point.knownOn(), across);
        }

        /** What is asked of each State's file and view, in the order of {@link #shown}. */
        public <T> List<T> each(BiFunction<StateFile, StateView, T> asked) {
            return each(_ -> true, asked);
        }

        /** The same of some States. */
        public <T> List<T> each(Predicate<MemberState> which, BiFunction<StateFile, StateView, T> asked) {
            return shown().parallelStream()
                    .filter(which)
                    .map(this::file)
                    .map(file -> asked.apply(file, view(file)))
                    .toList();
        }
    }

    public Files files(ViewPoint point) {
        return look(point).files();
    }

    /** All States in one view, with one lookup. */
    public Look look(ViewPoint point) {
        return new Look(live.now(point.audience()), Published.now(point, ledger, clock, subjects));
    }

    /** The board in one view. Events that are not in the live files yet are read when the files are first requested. */
    public final class Look {

        private final LiveFiles.OfAudience live;
        private final ViewPoint point;
        private final Published published;

        private Look(LiveFiles.OfAudience live, Published published) {
            this.live = live;
            this.point = published.point();
            this.published = published;
        }

        /** What the view depends on besides its view point and root, as of this look. */
        public String present() {
            return published.present();
        }

        /** For States whose held events the view would include. */
        public SortedMap<MemberState, Long> heldFrom() {
            return Board.heldFrom(live.others().held(), point.treeSize());
        }

        public SortedSet<MemberState> notTrusted() {
            return new TreeSet<>(live.notTrusted());
        }

        public Files files() {
            Parts parts = parts(point.treeSize());
            Parts now = published.head() <= point.treeSize() ? parts : parts(published.head());
            SortedSet<MemberState> notTrusted = notTrusted();
            notTrusted.addAll(parts.notTrusted());
            notTrusted.addAll(now.notTrusted());
            return new Files(
                    point,
                    state -> published.see(parts.file(state), () -> now.whole(state)),
                    parts.heldFrom(),
                    notTrusted,
                    subjects.at(point, state -> notTrusted.contains(state) ? null : parts.whole(state)));
        }

        private Parts parts(long treeSize) {
            if (treeSize <= live.position()) {
                return new Parts(
                        live.all(), treeSize, Board.heldFrom(live.others().held(), treeSize), Set.of());
            }
            LaterEvents.LaterOfAll more = later.ofAll(live, treeSize);
            Map<MemberState, StateFile> files = live.all();
            more.seen()
                    .forEach((state, seen) -> files.put(
                            state,
                            files.getOrDefault(state, StateFile.empty(state)).with(seen)));
            return new Parts(files, treeSize, Board.heldFrom(more.held(), treeSize), more.notTrusted());
        }
    }

    /** @param files of the States that have one; they may be of a larger ledger */
    private record Parts(
            Map<MemberState, StateFile> files,
            long treeSize,
            SortedMap<MemberState, Long> heldFrom,
            Set<MemberState> notTrusted) {

        StateFile file(MemberState state) {
            return files.getOrDefault(state, StateFile.empty(state)).upTo(treeSize);
        }

        /** Null where events are held back, of which one may have taken something off the page. */
        @Nullable
        StateFile whole(MemberState state) {
            return heldFrom.containsKey(state) || !files.containsKey(state) ? null : file(state);
        }
    }

    private static SortedMap<MemberState, Long> heldFrom(DeadLettersByState held, long treeSize) {
        SortedMap<MemberState, Long> from = new TreeMap<>();
        held.all()
                .forEach((state, events) -> state.filter(_ -> events.from() <= treeSize)
                        .ifPresent(known -> from.put(known, events.from())));
        return from;
    }
}

package org.stele.query.view;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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
     * All files in one view.
     *
     * @param files of the States that have one
     * @param heldFrom for States with events held back, the position of the first
     * @param notTrusted States that are left out, because their stored rows were changed from outside
     * @param across for what two States' files have in common; null for an audience that is not told
     */
    public record Files(
            ViewPoint point,
            Map<MemberState, StateFile> files,
            SortedMap<MemberState, Long> heldFrom,
            SortedSet<MemberState> notTrusted,
            @Nullable AcrossStates across) {

        public Files {
            Map<MemberState, StateFile> trusted = new EnumMap<>(MemberState.class);
            trusted.putAll(files);
            trusted.keySet().removeAll(notTrusted);
            files = trusted;
        }

        /** The States that are shown, in the order of their codes: all 193, except those not trusted. */
        public List<StateFile> shown() {
            return Arrays.stream(MemberState.values())
                    .filter(state -> !notTrusted.contains(state))
                    .map(state -> files.getOrDefault(state, StateFile.empty(state)))
                    .toList();
        }

        /** Their views, in the same order. */
        public List<StateView> views() {
            return each(Function.identity());
        }

        /** What is asked of each view, in the same order; no view is kept, since those of all are as large as their files. */
        public <T> List<T> each(Function<StateView, T> asked) {
            return shown().parallelStream().map(file -> asked.apply(view(file))).toList();
        }

        public StateView view(StateFile file) {
            return StateView.of(file, point.effectiveOn(), point.knownOn(), across);
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
            Map<MemberState, StateFile> seen = parts.files().values().parallelStream()
                    .map(file -> published.see(file, () -> now.whole(file.memberState())))
                    .collect(Collectors.toConcurrentMap(StateFile::memberState, Function.identity()));
            SortedSet<MemberState> notTrusted = notTrusted();
            notTrusted.addAll(parts.notTrusted());
            notTrusted.addAll(now.notTrusted());
            return new Files(
                    point,
                    seen,
                    parts.heldFrom(),
                    notTrusted,
                    subjects.at(point, state -> notTrusted.contains(state) ? null : parts.whole(state)));
        }

        private Parts parts(long treeSize) {
            if (treeSize > live.position()) {
                LaterEvents.LaterOfAll more = later.ofAll(live, treeSize);
                Map<MemberState, StateFile> files = live.all();
                more.seen()
                        .forEach((state, seen) -> files.put(
                                state,
                                files.getOrDefault(state, StateFile.empty(state))
                                        .with(seen)));
                // A file that was folded further than others is not shown so.
                files.replaceAll((_, file) -> file.upTo(treeSize));
                return new Parts(files, Board.heldFrom(more.held(), treeSize), more.notTrusted());
            }
            Map<MemberState, StateFile> files = live.all().values().parallelStream()
                    .collect(Collectors.toConcurrentMap(StateFile::memberState, file -> file.upTo(treeSize)));
            return new Parts(files, Board.heldFrom(live.others().held(), treeSize), Set.of());
        }
    }

    private record Parts(
            Map<MemberState, StateFile> files, SortedMap<MemberState, Long> heldFrom, Set<MemberState> notTrusted) {

        /** Null where events are held back, of which one may have taken something off the page. */
        @Nullable
        StateFile whole(MemberState state) {
            return heldFrom.containsKey(state) ? null : files.get(state);
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

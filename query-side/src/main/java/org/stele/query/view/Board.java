package org.stele.query.view;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stele.events.MemberState;
import org.stele.query.projection.StateFileCache;
import org.stele.query.replay.DeadLettersByState;
import org.stele.query.replay.LedgerFold;
import org.stele.query.replay.Replay;
import org.stele.statefile.StateFile;
import org.stele.statefile.status.StateView;
import org.stele.web.page.ViewPoint;

/** All Member States side by side, exact at any size of the ledger. */
public final class Board {

    private final StateFileCache live;
    private final Replay replay;

    Board(StateFileCache live, Replay replay) {
        this.live = live;
        this.replay = replay;
    }

    /**
     * All files at one size of the ledger.
     *
     * @param files of the States that have one
     * @param heldFrom for States with events held back, the position of the first
     * @param notTrusted States that are left out, because their stored rows were changed from outside
     */
    public record Files(
            Map<MemberState, StateFile> files,
            SortedMap<MemberState, Long> heldFrom,
            SortedSet<MemberState> notTrusted) {

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
        public List<StateView> at(ViewPoint point) {
            return shown().parallelStream()
                    .map(file -> StateView.of(file, point.effectiveOn(), point.knownOn()))
                    .toList();
        }
    }

    public Files files(long treeSize) {
        return look(treeSize).files();
    }

    /** All States at a size of the ledger, with one lookup. */
    public Look look(long treeSize) {
        return new Look(live.now(), treeSize);
    }

    /**
     * The board at one size. Events that are not in the live files yet are read when the files are first requested.
     */
    public final class Look {

        private final StateFileCache.Files live;
        private final long treeSize;

        private Look(StateFileCache.Files live, long treeSize) {
            this.live = live;
            this.treeSize = treeSize;
        }

        /** For States whose held events a view of this size would include. */
        public SortedMap<MemberState, Long> heldFrom() {
            return Board.heldFrom(live.held(), treeSize);
        }

        public SortedSet<MemberState> notTrusted() {
            return new TreeSet<>(live.notTrusted().keySet());
        }

        public Files files() {
            if (treeSize > live.position()) {
                LedgerFold folding = new LedgerFold(live.all(), live.held());
                replay.continueAll(folding, live.position(), treeSize);
                return new Files(folding.files(), Board.heldFrom(folding.held(), treeSize), notTrusted());
            }
            Map<MemberState, StateFile> parts = live.all().values().parallelStream()
                    .collect(Collectors.toConcurrentMap(StateFile::memberState, file -> file.upTo(treeSize)));
            return new Files(parts, heldFrom(), notTrusted());
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

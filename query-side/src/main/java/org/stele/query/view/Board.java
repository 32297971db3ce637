package org.stele.query.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stele.events.MemberState;
import org.stele.query.projection.LiveFiles;
import org.stele.query.replay.Folding;
import org.stele.query.replay.HeldEvents;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.StateFile;
import org.stele.query.statefile.StateView;

/** All Member States side by side, exact at any size of the ledger. */
public final class Board {

    private final LiveFiles live;
    private final Replay replay;

    Board(LiveFiles live, Replay replay) {
        this.live = live;
        this.replay = replay;
    }

    /**
     * All files at one size of the ledger.
     *
     * @param files of the States that have one
     * @param heldFrom for States of which events are held back, the position of the first
     */
    public record Files(Map<MemberState, StateFile> files, SortedMap<MemberState, Long> heldFrom) {

        /** The 193 views, in the order of their codes. */
        public List<StateView> at(ViewPoint point) {
            return Arrays.stream(MemberState.values())
                    .parallel()
                    .map(state -> files.getOrDefault(state, StateFile.empty(state)))
                    .map(file -> file.at(point.effectiveOn(), point.knownOn()))
                    .toList();
        }
    }

    public Files files(long treeSize) {
        LiveFiles.Files files = live.now();
        if (treeSize > files.position()) {
            Folding folding = new Folding(files.all(), files.held());
            replay.continueAll(folding, files.position(), treeSize);
            return new Files(folding.files(), heldFrom(folding.held(), treeSize));
        }
        Map<MemberState, StateFile> parts = files.all().values().parallelStream()
                .collect(Collectors.toConcurrentMap(StateFile::memberState, file -> file.upTo(treeSize)));
        return new Files(parts, heldFrom(files.held(), treeSize));
    }

    /** For States of which the projection holds events back that a view of this size would show. */
    public SortedMap<MemberState, Long> heldFrom(long treeSize) {
        return heldFrom(live.now().held(), treeSize);
    }

    private static SortedMap<MemberState, Long> heldFrom(HeldEvents held, long treeSize) {
        SortedMap<MemberState, Long> from = new TreeMap<>();
        held.all()
                .forEach((state, events) -> state.filter(_ -> events.from() <= treeSize)
                        .ifPresent(known -> from.put(known, events.from())));
        return from;
    }
}

package org.stele.query.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stele.events.MemberState;
import org.stele.eventstore.LedgerReader;
import org.stele.query.projection.StateFileRows;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.StateFile;
import org.stele.query.statefile.StateView;

/** All Member States side by side, exact at any size of the ledger. At the head it is one query. */
public final class Board {

    private final StateFileRows rows;
    private final Replay replay;

    Board(LedgerReader ledger, StateFileRows rows) {
        this.rows = rows;
        this.replay = new Replay(ledger);
    }

    /** The 193 views, in the order of their codes. */
    public List<StateView> at(ViewPoint point) {
        Map<MemberState, StateFile> files = files(point.treeSize());
        return Arrays.stream(MemberState.values())
                .map(state -> files.getOrDefault(state, StateFile.empty(state)))
                .map(file -> file.at(point.effectiveOn(), point.knownOn()))
                .toList();
    }

    /** The files of the States that have one, as of the first events of the ledger. */
    public Map<MemberState, StateFile> files(long treeSize) {
        StateFileRows.Board stored = rows.all();
        Map<MemberState, StateFile> files = stored.files();
        if (stored.position() <= treeSize) {
            replay.continueAll(files, stored.position(), treeSize);
        } else {
            // A file whose last event is within the size was the same then.
            files.replaceAll((state, file) -> file.lastPosition() <= treeSize ? file : replay.from(state, treeSize));
        }
        return files;
    }
}

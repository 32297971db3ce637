package org.stele.query.view;

import org.stele.events.MemberState;
import org.stele.eventstore.LedgerReader;
import org.stele.query.projection.StateFileRows;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.StateFile;
import org.stele.query.statefile.StateView;

/**
 * The files of Member States, exact at any size of the ledger: the stored file and the events after it, or a replay of the
 * same fold where the stored file is ahead. What was just recorded is seen at once, however far the projection is.
 */
public final class States {

    private final LedgerReader ledger;
    private final StateFileRows rows;
    private final Replay replay;

    States(LedgerReader ledger, StateFileRows rows) {
        this.ledger = ledger;
        this.rows = rows;
        this.replay = new Replay(ledger);
    }

    /** How many events the ledger has: the size that views take by default, and the largest. */
    public long head() {
        return ledger.head();
    }

    public StateFile file(MemberState memberState, long treeSize) {
        StateFile stored = rows.find(memberState).orElseGet(() -> StateFile.empty(memberState));
        return stored.lastPosition() <= treeSize
                ? replay.continued(stored, treeSize)
                : replay.from(memberState, treeSize);
    }

    public StateView view(MemberState memberState, ViewPoint point) {
        return file(memberState, point.treeSize()).at(point.effectiveOn(), point.knownOn());
    }
}

package org.stele.query.projection;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionOperations;
import org.stele.events.MemberState;
import org.stele.eventstore.LedgerReader;
import org.stele.query.projection.StateFileRows.Progress;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.StateFile;

/**
 * Folds every file anew from the first event. The old files stay readable until the new ones take their place, in one
 * transaction; the processor waits for that one only.
 */
public final class Rebuild {

    private final LedgerReader ledger;
    private final Replay replay;
    private final StateFileRows rows;
    private final TransactionOperations transaction;
    private final ReentrantLock running = new ReentrantLock();

    Rebuild(LedgerReader ledger, StateFileRows rows, TransactionOperations transaction) {
        this.ledger = ledger;
        this.replay = new Replay(ledger);
        this.rows = rows;
        this.transaction = transaction;
    }

    /** Where the projection stands afterwards. A second call waits for the first. */
    public Progress run() {
        running.lock();
        try {
            Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
            long folded = ledger.head();
            replay.continueAll(files, 0, folded);
            transaction.executeWithoutResult(_ -> replace(files, folded));
            return rows.progress();
        } finally {
            running.unlock();
        }
    }

    private void replace(Map<MemberState, StateFile> files, long folded) {
        rows.lock();
        long head = ledger.head();
        replay.continueAll(files, folded, head);
        long generation = rows.nextGeneration();
        rows.save(generation, files.values());
        rows.switchTo(generation);
        rows.advanceTo(head);
    }
}

package org.stele.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionOperations;
import org.stele.eventstore.LedgerReader;
import org.stele.query.projection.StateFileRows.Progress;
import org.stele.query.replay.Folding;
import org.stele.query.replay.HeldEvents;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.StateFile;

/**
 * Folds every file anew from the first event. The old files stay readable until the new ones take their place, in one
 * transaction; the processor waits for that one only. What cannot be folded is held back as the projection holds it back.
 */
public final class Rebuild {

    /** That fold, beside the one that reads. */
    private static final int THREADS =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final LedgerReader ledger;
    private final Replay replay;
    private final StateFileRows rows;
    private final HeldRows heldRows;
    private final TransactionOperations transaction;
    private final ReentrantLock running = new ReentrantLock();

    Rebuild(
            LedgerReader ledger,
            Replay replay,
            StateFileRows rows,
            HeldRows heldRows,
            TransactionOperations transaction) {
        this.ledger = ledger;
        this.replay = replay;
        this.rows = rows;
        this.heldRows = heldRows;
        this.transaction = transaction;
    }

    /** Where the projection stands afterwards. A second call waits for the first. */
    public Progress run() {
        running.lock();
        try {
            long folded = ledger.head();
            Folding folding = replay.all(folded, THREADS);
            long generation = rows.nextGeneration();
            Collection<StateFile> files = folding.files().values();
            // Nobody reads these rows yet; those of a rebuild that was cut off go with the next switch.
            transaction.executeWithoutResult(_ -> rows.save(generation, files, 0));
            transaction.executeWithoutResult(_ -> replace(folding, generation, folded));
            return rows.progress();
        } finally {
            running.unlock();
        }
    }

    private void replace(Folding folding, long generation, long folded) {
        rows.lock();
        long head = ledger.head();
        replay.continueAll(folding, folded, head);
        List<StateFile> files = new ArrayList<>(folding.files().values());
        rows.save(generation, files, folded);
        heldRows.save(generation, new HeldEvents(), folding.held());
        rows.switchTo(generation);
        rows.advanceTo(head);
    }
}

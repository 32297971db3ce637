package org.stele.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.read.OpenLedger;
import org.stele.eventstore.read.SignedHistory;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.ReadDeadLetters;
import org.stele.query.projection.rows.ReadRecords;
import org.stele.query.projection.rows.SightSums;
import org.stele.query.projection.rows.Standing;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.StateFileRows.Named;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.query.replay.LedgerFold;
import org.stele.query.replay.Replay;
import org.stele.statefile.StateFile;

/**
 * Folds every file anew from the first event. The old files stay readable until one transaction replaces them; only
 * that transaction blocks the processor. Events that cannot be folded are held back as the projection does. Every event
 * is compared with its leaf, and the leaves with the tree and with what was signed: a changed event is not folded.
 */
public final class Rebuild {

    /** The threads that fold, beside the one that reads. */
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final OpenLedger ledger;
    private final Replay replay;
    private final StateFileRows rows;
    private final DeadLetterRows heldRows;
    private final TransactionOperations transaction;
    private final Supplier<SignedHistory> signed;
    private final Findings findings;
    private final ReentrantLock running = new ReentrantLock();

    /** @param signed starts the comparison with what was signed, from the first event on */
    Rebuild(
            OpenLedger ledger,
            Replay replay,
            StateFileRows rows,
            DeadLetterRows heldRows,
            TransactionOperations transaction,
            Supplier<SignedHistory> signed,
            Findings findings) {
        this.ledger = ledger;
        this.replay = replay;
        this.rows = rows;
        this.heldRows = heldRows;
        this.transaction = transaction;
        this.signed = signed;
        this.findings = findings;
    }

    /**
     * The position after the rebuild. A second call waits for the first. Damage to the ledger leaves the old files
     * unchanged.
     */
    public Progress run() {
        running.lock();
        try {
            SignedHistory history = signed.get();
            long folded = ledger.head();
            LedgerFold folding = replay.all(folded, THREADS, history::take);
            SightSums sums = new SightSums();
            // Nobody reads these rows yet; rows of an interrupted rebuild are deleted with the next switch.
            long generation = Objects.requireNonNull(transaction.execute(_ -> save(folding, sums)));
            transaction.executeWithoutResult(_ -> replace(folding, history, new Progress(generation, folded, 0), sums));
            findings.clear();
            return rows.progress();
        } catch (LedgerDamaged e) {
            findings.replace(Findings.By.REBUILD, List.of(String.valueOf(e.getMessage())));
            throw e;
        } finally {
            running.unlock();
        }
    }

    private long save(LedgerFold folding, SightSums sums) {
        long generation = rows.nextGeneration();
        rows.save(generation, folding.files().values(), 0, Map.of(), sums);
        return generation;
    }

    private void replace(LedgerFold folding, SignedHistory history, Progress saved, SightSums sums) {
        rows.standing().lockAnyhow();
        long head = ledger.head();
        replay.continueAll(folding, saved.position(), head, history::take);
        history.requireComplete();
        List<StateFile> files = new ArrayList<>(folding.files().values());
        ReadRecords before = rows.load(saved.generation(), changed(files, saved.position()));
        rows.save(saved.generation(), files, saved.position(), before.seals(), sums);
        heldRows.save(saved.generation(), ReadDeadLetters.none(), folding.held(), sums);
        rows.switchTo(new Standing(new Progress(saved.generation(), head, 0), sums));
    }

    private static Set<Named> changed(List<StateFile> files, long after) {
        return files.stream()
                .flatMap(file -> file.records()
                        .filter(record -> record.lastPosition() > after)
                        .map(record -> new Named(file.memberState(), record.id())))
                .collect(Collectors.toSet());
    }
}

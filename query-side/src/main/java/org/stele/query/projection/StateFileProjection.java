package org.stele.query.projection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stele.eventstore.LedgerReader;
import org.stele.query.projection.StateFileRows.Named;
import org.stele.query.projection.StateFileRows.Progress;
import org.stele.query.replay.Decoded;
import org.stele.query.replay.Folding;
import org.stele.query.replay.HeldEvents;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.LedgerEvent;
import org.stele.query.statefile.Names;

/**
 * Keeps the files current: each thing that some events change is loaded once and written once, in the transaction of the
 * batch. Events are read from the ledger itself, like those of a rebuild; what comes along the stream only says how far.
 */
final class StateFileProjection {

    /** Events folded in one transaction, when the projection is far behind. */
    static final int MOST_AT_ONCE = 20_000;

    private final LedgerReader ledger;
    private final Replay replay;
    private final StateFileRows rows;
    private final HeldRows heldRows;

    StateFileProjection(LedgerReader ledger, Replay replay, StateFileRows rows, HeldRows heldRows) {
        this.ledger = ledger;
        this.replay = replay;
        this.rows = rows;
        this.heldRows = heldRows;
    }

    /** Folds events up to a position at least. Those that were folded before, as after a lost token, change nothing. */
    void foldTo(long position) {
        Progress progress = rows.lock();
        if (position > progress.position()) {
            long far = Math.min(ledger.head(), progress.position() + MOST_AT_ONCE);
            fold(progress, Math.max(position, far));
        }
    }

    private void fold(Progress progress, long upTo) {
        List<Decoded> events = replay.read(progress.position(), upTo);
        HeldEvents heldBefore = heldRows.of(progress.generation());
        Folding folding = new Folding(rows.load(progress.generation(), named(events)), heldBefore);
        events.forEach(folding::apply);
        rows.save(progress.generation(), folding.files().values(), progress.position());
        heldRows.save(progress.generation(), heldBefore, folding.held());
        rows.advanceTo(upTo);
    }

    static Set<Named> named(List<Decoded> events) {
        Set<Named> named = new HashSet<>();
        for (Decoded decoded : events) {
            LedgerEvent recorded = decoded.event();
            if (recorded != null) {
                Names.in(recorded.event())
                        .ifPresent(id -> named.add(new Named(recorded.event().memberState(), id)));
            }
        }
        return named;
    }
}

package org.stele.query.projection;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stele.events.MemberState;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.projection.StateFileRows.Named;
import org.stele.query.projection.StateFileRows.Progress;
import org.stele.query.replay.Decoded;
import org.stele.query.replay.Folding;
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
        Standing standing = rows.lock();
        long before = standing.progress().position();
        if (position > before) {
            long far = Math.min(ledger.head(), before + MOST_AT_ONCE);
            fold(standing, Math.max(position, far));
        }
    }

    private void fold(Standing standing, long upTo) {
        Progress progress = standing.progress();
        List<Decoded> events = replay.read(progress.position(), upTo);
        ReadHeld heldBefore = heldRows.read(progress.generation());
        ReadThings loaded = rows.load(progress.generation(), named(events));
        Map<MemberState, String> wrong = new EnumMap<>(MemberState.class);
        wrong.putAll(heldBefore.wrong());
        wrong.putAll(loaded.wrong());
        Folding folding = new Folding(loaded.files(), heldBefore.events());
        events.forEach(event -> folding.apply(foldable(event, wrong)));
        Sums sums = standing.sums().copy();
        rows.save(progress.generation(), folding.files().values(), progress.position(), loaded.seals(), sums);
        heldRows.save(progress.generation(), heldBefore, folding.held(), sums);
        rows.standing().write(standing.advancedTo(upTo, sums));
    }

    /** Nothing is built upon rows that are not what was written; the other States go on. */
    static Decoded foldable(Decoded event, Map<MemberState, String> wrong) {
        String cause = event.memberState() == null ? null : wrong.get(event.memberState());
        return cause == null
                ? event
                : new Decoded(event.position(), event.memberState(), null, cause + "; fold everything anew");
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

package org.stele.query.projection;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stele.events.MemberState;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.ReadDeadLetters;
import org.stele.query.projection.rows.ReadRecords;
import org.stele.query.projection.rows.SightSums;
import org.stele.query.projection.rows.Standing;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.StateFileRows.Named;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.query.replay.DecodedEvent;
import org.stele.query.replay.LedgerFold;
import org.stele.query.replay.Replay;
import org.stele.statefile.AffectedRecord;
import org.stele.statefile.LedgerEvent;

/**
 * Keeps the files current: each record that a batch of events changes is loaded once and written once, in the
 * transaction of the batch. Events are read from the ledger itself, like those of a rebuild; the stream only tells how
 * far to read.
 */
final class StateFileProjection {

    /** Events folded in one transaction, when the projection is far behind. */
    static final int MAX_AT_ONCE = 20_000;

    private final OpenLedger ledger;
    private final Replay replay;
    private final StateFileRows rows;
    private final DeadLetterRows heldRows;

    StateFileProjection(OpenLedger ledger, Replay replay, StateFileRows rows, DeadLetterRows heldRows) {
        this.ledger = ledger;
        this.replay = replay;
        this.rows = rows;
        this.heldRows = heldRows;
    }

    /**
     * Folds events at least up to a position. Events that were folded before, as after a lost token, change nothing.
     */
    void foldTo(long position) {
        Standing standing = rows.lock();
        long before = standing.progress().position();
        if (position > before) {
            long far = Math.min(ledger.head(), before + MAX_AT_ONCE);
            fold(standing, Math.max(position, far));
        }
    }

    private void fold(Standing standing, long upTo) {
        Progress progress = standing.progress();
        List<DecodedEvent> events = replay.read(progress.position(), upTo);
        ReadDeadLetters heldBefore = heldRows.read(progress.generation());
        ReadRecords loaded = rows.load(progress.generation(), named(events));
        Map<MemberState, String> wrong = new EnumMap<>(MemberState.class);
        wrong.putAll(heldBefore.wrong());
        wrong.putAll(loaded.wrong());
        LedgerFold folding = new LedgerFold(loaded.files(), heldBefore.events());
        events.forEach(event -> folding.apply(foldable(event, wrong)));
        SightSums sums = standing.sums().copy();
        rows.save(progress.generation(), folding.files().values(), progress.position(), loaded.seals(), sums);
        heldRows.save(progress.generation(), heldBefore, folding.held(), sums);
        rows.standing().write(standing.advancedTo(upTo, sums));
    }

    /** No file is built on rows that the projection did not write; the other States continue. */
    static DecodedEvent foldable(DecodedEvent event, Map<MemberState, String> wrong) {
        String cause = event.memberState() == null ? null : wrong.get(event.memberState());
        return cause == null
                ? event
                : new DecodedEvent(event.position(), event.memberState(), null, null, cause + "; fold everything anew");
    }

    static Set<Named> named(List<DecodedEvent> events) {
        Set<Named> named = new HashSet<>();
        for (DecodedEvent decoded : events) {
            LedgerEvent recorded = decoded.event();
            if (recorded != null) {
                AffectedRecord.in(recorded.event())
                        .ifPresent(id -> named.add(new Named(recorded.event().memberState(), id)));
            }
        }
        return named;
    }
}

package org.stele.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stele.events.MemberState;
import org.stele.eventstore.RecordedEvent;
import org.stele.query.projection.StateFileRows.Progress;
import org.stele.query.replay.EventDecoder;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.LedgerEvent;
import org.stele.query.statefile.StateFile;

/**
 * Keeps the files current: what a batch of events changes is loaded once and written once for each State, in the
 * transaction of the batch.
 */
final class StateFileProjection {

    private final StateFileRows rows;

    StateFileProjection(StateFileRows rows) {
        this.rows = rows;
    }

    /** Folds a batch in the ledger's order. Events that were folded before, as after a lost token, change nothing. */
    void fold(List<RecordedEvent> batch) {
        Progress progress = rows.lock();
        List<RecordedEvent> unseen = batch.stream()
                .filter(event -> event.position() > progress.position())
                .toList();
        if (unseen.isEmpty()) {
            return;
        }
        requireDense(progress.position(), unseen);
        Map<MemberState, List<LedgerEvent>> byState = Replay.byState(unseen.stream()
                .map(EventDecoder::decode)
                .flatMap(Optional::stream)
                .toList());
        Map<MemberState, StateFile> before = rows.load(progress.generation(), byState.keySet());
        List<StateFile> after = new ArrayList<>();
        byState.forEach((state, events) ->
                after.add(Objects.requireNonNullElseGet(before.get(state), () -> StateFile.empty(state))
                        .evolve(events)));
        rows.save(progress.generation(), after);
        rows.advanceTo(unseen.getLast().position());
    }

    /** Positions have no gaps, so an event that is missing here was lost on the way. */
    private static void requireDense(long position, List<RecordedEvent> unseen) {
        long expected = position + 1;
        for (RecordedEvent event : unseen) {
            if (event.position() != expected) {
                throw new IllegalStateException(
                        "Expected the event at position %d, got position %d; rebuild the projection."
                                .formatted(expected, event.position()));
            }
            expected++;
        }
    }
}

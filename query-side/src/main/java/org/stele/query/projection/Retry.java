package org.stele.query.projection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.stele.events.MemberState;
import org.stele.query.projection.StateFileRows.Progress;
import org.stele.query.replay.Decoded;
import org.stele.query.replay.Folding;
import org.stele.query.replay.HeldEvents;
import org.stele.query.replay.Replay;
import org.stele.query.statefile.Held;

/**
 * Folds what is held back, in order, once its cause is gone. What still cannot be folded stays held back, with its own
 * cause; nothing is passed over.
 */
public final class Retry {

    /** Positions looked through at once. */
    private static final int AT_ONCE = 20_000;

    private final Replay replay;
    private final StateFileRows rows;
    private final HeldRows heldRows;
    private final TransactionOperations transaction;

    Retry(Replay replay, StateFileRows rows, HeldRows heldRows, TransactionOperations transaction) {
        this.replay = replay;
        this.rows = rows;
        this.heldRows = heldRows;
        this.transaction = transaction;
    }

    /** Tries the events of one State, or those that name none; what is still held back afterwards, or null. */
    public @Nullable Held run(@Nullable MemberState state) {
        return transaction.execute(_ -> {
            Progress progress = rows.lock();
            HeldEvents before = heldRows.of(progress.generation());
            Held held = before.of(state);
            if (held == null) {
                return null;
            }
            HeldEvents after = new HeldEvents();
            for (long cursor = held.from() - 1; cursor < progress.position(); cursor += AT_ONCE) {
                after = fold(progress.generation(), state, cursor, Math.min(progress.position(), cursor + AT_ONCE), after);
            }
            heldRows.save(progress.generation(), only(before, state), after);
            rows.countRetry();
            return after.of(state);
        });
    }

    private HeldEvents fold(long generation, @Nullable MemberState state, long after, long upTo, HeldEvents held) {
        List<Decoded> events = replay.read(after, upTo).stream()
                .filter(decoded -> Objects.equals(stateOf(decoded), Optional.ofNullable(state)))
                .toList();
        Folding folding = new Folding(rows.load(generation, StateFileProjection.named(events)), held);
        events.forEach(folding::apply);
        rows.save(generation, folding.files().values(), after);
        return folding.held();
    }

    private static Optional<MemberState> stateOf(Decoded decoded) {
        return Optional.ofNullable(decoded.memberState());
    }

    private static HeldEvents only(HeldEvents all, @Nullable MemberState state) {
        HeldEvents one = new HeldEvents();
        Held held = all.of(state);
        if (held != null) {
            one.put(state, held);
        }
        return one;
    }
}

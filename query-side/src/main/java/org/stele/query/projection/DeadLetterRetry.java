package org.stele.query.projection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.stele.events.MemberState;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.ReadDeadLetters;
import org.stele.query.projection.rows.ReadRecords;
import org.stele.query.projection.rows.Seal;
import org.stele.query.projection.rows.SightSums;
import org.stele.query.projection.rows.Standing;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.query.replay.DeadLettersByState;
import org.stele.query.replay.DecodedEvent;
import org.stele.query.replay.LedgerFold;
import org.stele.query.replay.Replay;
import org.stele.statefile.DeadLetters;

/**
 * Folds the events that are held back, in order, once the cause is gone. Those that still cannot be folded stay held
 * back, with their own cause; no event is skipped.
 */
public final class DeadLetterRetry {

    /** Positions read at once. */
    private static final int AT_ONCE = 20_000;

    private final Replay replay;
    private final StateFileRows rows;
    private final DeadLetterRows heldRows;
    private final TransactionOperations transaction;

    DeadLetterRetry(Replay replay, StateFileRows rows, DeadLetterRows heldRows, TransactionOperations transaction) {
        this.replay = replay;
        this.rows = rows;
        this.heldRows = heldRows;
        this.transaction = transaction;
    }

    /** Retries the events of one State, or those that name none; returns what is still held back, or null. */
    public @Nullable DeadLetters run(@Nullable MemberState state) {
        return transaction.execute(_ -> {
            Standing standing = rows.lock();
            Progress progress = standing.progress();
            ReadDeadLetters before = heldRows.read(progress.generation());
            DeadLetters held = before.events().of(state);
            if (held == null) {
                return null;
            }
            SightSums sums = standing.sums().copy();
            DeadLettersByState after = new DeadLettersByState();
            for (long cursor = held.from() - 1; cursor < progress.position(); cursor += AT_ONCE) {
                long upTo = Math.min(progress.position(), cursor + AT_ONCE);
                after = fold(new Stretch(progress.generation(), cursor, upTo), state, after, sums);
            }
            heldRows.save(progress.generation(), only(before, state), after, sums);
            rows.standing().write(standing.retried(sums));
            return after.of(state);
        });
    }

    /** A part of the ledger, and the files that it is folded into. */
    private record Stretch(long generation, long after, long upTo) {}

    private DeadLettersByState fold(
            Stretch stretch, @Nullable MemberState state, DeadLettersByState held, SightSums sums) {
        List<DecodedEvent> events = replay.read(stretch.after(), stretch.upTo()).stream()
                .filter(decoded -> Objects.equals(stateOf(decoded), Optional.ofNullable(state)))
                .toList();
        ReadRecords loaded = rows.load(stretch.generation(), StateFileProjection.named(events));
        LedgerFold folding = new LedgerFold(loaded.files(), held);
        events.forEach(event -> folding.apply(StateFileProjection.foldable(event, loaded.wrong())));
        rows.save(stretch.generation(), folding.files().values(), stretch.after(), loaded.seals(), sums);
        return folding.held();
    }

    private static Optional<MemberState> stateOf(DecodedEvent decoded) {
        return Optional.ofNullable(decoded.memberState());
    }

    private static ReadDeadLetters only(ReadDeadLetters all, @Nullable MemberState state) {
        ReadDeadLetters one = ReadDeadLetters.none();
        DeadLetters held = all.events().of(state);
        Seal seal = all.seals().get(Optional.ofNullable(state));
        if (held != null && seal != null) {
            one.events().put(state, held);
            one.seals().put(Optional.ofNullable(state), seal);
        }
        return one;
    }
}

package org.stele.statefile.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.screening.CaseEvent;

/**
 * One screening with its whole history.
 *
 * @param steps at least one, in the order of the ledger
 */
public record ScreeningCase(FilingId id, MemberState memberState, List<ScreeningStep<?>> steps) {

    public ScreeningCase {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A screening has at least one event.");
        }
    }

    /** The screening that an event begins. */
    public static ScreeningCase of(ScreeningStep<?> first) {
        CaseEvent event = first.event();
        return new ScreeningCase(event.screening(), event.memberState(), List.of(first));
    }

    /** The same with one event more. */
    public ScreeningCase with(ScreeningStep<?> step) {
        if (step.position() <= lastPosition() || !step.event().screening().equals(id)) {
            throw new IllegalArgumentException(
                    "Expected a later event of the screening %s, got one of %s at position %s."
                            .formatted(id, step.event().screening(), step.position()));
        }
        List<ScreeningStep<?>> more = new ArrayList<>(steps);
        more.add(step);
        return new ScreeningCase(id, memberState, more);
    }

    public long firstPosition() {
        return steps.getFirst().position();
    }

    public long lastPosition() {
        return steps.getLast().position();
    }

    /** What is in view of it; null where nothing is. */
    public @Nullable ScreeningCase upTo(ScreeningCut cut) {
        return upTo(cut.treeSize(), cut.end());
    }

    /** @param end the first instant that is not in view */
    @Nullable
    ScreeningCase upTo(long treeSize, Instant end) {
        int seen = 0;
        // As the ledger orders them, so that those in view are the first.
        while (seen < steps.size()
                && steps.get(seen).position() <= treeSize
                && steps.get(seen).recordedAt().isBefore(end)) {
            seen++;
        }
        return seen == 0
                ? null
                : seen == steps.size() ? this : new ScreeningCase(id, memberState, steps.subList(0, seen));
    }
}

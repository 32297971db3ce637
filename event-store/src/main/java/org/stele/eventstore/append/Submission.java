package org.stele.eventstore.append;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.IndexRows;
import org.stele.eventstore.event.Selection;

/**
 * A Submission is the events of one command, to be recorded together unless an event beyond {@code after} matches the
 * selection.
 *
 * @param after the position up to which the command has seen the ledger; {@link #UNCONDITIONAL} to check nothing
 * @param outcome completed with the position of the last event after all are durable, or with the reason why they are
 *     not
 */
public record Submission(List<EncodedEvent> events, long after, Selection selection, CompletableFuture<Long> outcome) {

    public static final long UNCONDITIONAL = Long.MAX_VALUE;

    public Submission {
        if (events.isEmpty() || events.size() > IndexRows.MAX_EVENTS_A_COMMAND) {
            throw new IllegalArgumentException("A command records 1 to 10,000 events, not " + events.size());
        }
        CommandKey first = events.get(0).command();
        if (!events.stream().allMatch(event -> Objects.equals(event.command(), first))) {
            throw new IllegalArgumentException("All events of one append carry the same command key or none");
        }
    }

    /** Adds a refusal to the answers. */
    void fail(List<Runnable> answers, RuntimeException reason) {
        answers.add(() -> outcome.completeExceptionally(reason));
    }

    public boolean isConditional() {
        return after != UNCONDITIONAL;
    }

    @Nullable
    CommandKey command() {
        return events.get(0).command();
    }

    Set<String> eventTypes() {
        return events.stream().map(EncodedEvent::type).collect(Collectors.toSet());
    }

    int sizeBytes() {
        return events.stream().mapToInt(event -> event.body().length).sum();
    }
}

package org.stele.statefile;

import org.jspecify.annotations.Nullable;

/**
 * A file that is being folded event by event. An event that cannot be folded is held back, together with every later
 * one of its State, and the file keeps its state before that event. No event is skipped, and no other State is
 * affected.
 */
public final class StateFileBuilder {

    private final Fold fold;
    private @Nullable DeadLetters held;

    public StateFileBuilder(StateFile file, @Nullable DeadLetters held) {
        this.fold = new Fold(file);
        this.held = held;
    }

    public StateFileBuilder(StateFile file) {
        this(file, null);
    }

    /** For who is not given events whose bodies were removed or lost: what rests on one is left out, and not held back. */
    public static StateFileBuilder withoutMissing(StateFile file) {
        StateFileBuilder builder = new StateFileBuilder(file);
        builder.fold.expectMissing();
        return builder;
    }

    /** Folds the next event of the State, or holds it back behind an earlier one. */
    public void apply(LedgerEvent event) {
        if (held != null) {
            held = held.with(event.position());
            return;
        }
        try {
            fold.apply(event);
        } catch (RuntimeException e) {
            // Its message may quote the event, which is not for all who see that one is held back.
            hold(
                    event.position(),
                    "The events before it do not admit it: " + e.getClass().getSimpleName());
        }
    }

    /** Holds back an event that cannot be decoded. */
    public void hold(long position, String cause) {
        held = held == null ? new DeadLetters(position, cause, 1, position) : held.with(position);
    }

    /** The file as it is now. */
    public StateFile toStateFile() {
        return fold.toStateFile();
    }

    /** What is held back; null where nothing is. */
    public @Nullable DeadLetters held() {
        return held;
    }
}

package org.stele.eventstore.append;

/**
 * A Company is how many submitters seem to be about, each of whom submits again once answered. A draft that is alone waits a
 * moment for those who were just answered, because to write two drafts costs twice what it costs to write one; it waits for
 * nobody who was not there just before. Guarded by the sequencer's gate.
 */
final class CommitDelay {

    /** A draft of this many commands is worth a turn of its own. */
    private static final int MAX_EXPECTED_COMMANDS = 48;

    /** The part of the time of a turn that is waited at most. */
    private static final int DELAY_DIVISOR = 4;

    private static final long MAX_DELAY_NANOS = 1_000_000;

    private int drafted;
    private int expected;
    private long until;

    /** The draft that will have the next turn holds this many commands. */
    void drafted(int commands) {
        drafted = commands;
    }

    /** The draft has its turn; nobody has come after it yet. */
    void turnBegins() {
        drafted = 0;
    }

    /** A turn that wrote this many commands has ended, after this time. */
    void written(int commands, long nanos, long now) {
        expected = Math.min(MAX_EXPECTED_COMMANDS, commands + drafted);
        until = now + Math.min(nanos / DELAY_DIVISOR, MAX_DELAY_NANOS);
    }

    /** How long the draft may still wait; 0 or less when its turn may begin. */
    long patienceNanos(long now) {
        return drafted >= expected ? 0 : until - now;
    }
}

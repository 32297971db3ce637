package org.stele.eventstore.append;

/**
 * A CommitDelay says how long a small batch waits for more commands before it is written (as PostgreSQL's commit_delay
 * does). It estimates the number of active submitters, each of whom submits again once answered: writing two batches
 * costs twice as much as writing one. It waits only for as many commands as came in the last turn. Guarded by the
 * sequencer's lock.
 */
final class CommitDelay {

    /** A batch of this many commands does not wait. */
    private static final int MAX_EXPECTED_COMMANDS = 48;

    /** The longest delay, as a fraction of the time of the last turn. */
    private static final int DELAY_DIVISOR = 4;

    private static final long MAX_DELAY_NANOS = 1_000_000;

    private int prepared;
    private int expected;
    private long until;

    /** The next batch holds this many commands. */
    void prepared(int commands) {
        prepared = commands;
    }

    /** The turn of the batch begins; no command has come after it yet. */
    void turnBegins() {
        prepared = 0;
    }

    /** A turn that wrote this many commands has ended, and took this time. */
    void written(int commands, long nanos, long now) {
        expected = Math.min(MAX_EXPECTED_COMMANDS, commands + prepared);
        until = now + Math.min(nanos / DELAY_DIVISOR, MAX_DELAY_NANOS);
    }

    /** How long the batch may still wait, in nanoseconds; 0 or less when its turn may begin. */
    long remainingNanos(long now) {
        return prepared >= expected ? 0 : until - now;
    }
}

package org.stele.standalone.postgres;

/**
 * How the embedded database is.
 *
 * @param tries how often a start has failed in a row
 * @param reason what it said of why it does not run; empty while it runs
 */
public record DatabaseState(Phase phase, int tries, String reason) {

    /** What is done about it. */
    public enum Phase {
        RUNNING,
        /** It has died and is started again. */
        RESTARTING,
        /** It has died and did not start in many tries: a person must look, and start the whole program again. */
        GIVEN_UP
    }

    public static final DatabaseState RUNNING = new DatabaseState(Phase.RUNNING, 0, "");

    static DatabaseState restarting(int tries, String reason) {
        return new DatabaseState(Phase.RESTARTING, tries, reason);
    }

    static DatabaseState givenUp(int tries, String reason) {
        return new DatabaseState(Phase.GIVEN_UP, tries, reason);
    }
}

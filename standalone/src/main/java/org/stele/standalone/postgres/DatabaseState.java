package org.stele.standalone.postgres;

/**
 * The state of the embedded database.
 *
 * @param tries how many starts in a row have failed
 * @param reason its message about why it does not run; empty while it runs
 */
public record DatabaseState(Phase phase, int tries, String reason) {

    /** The phases. */
    public enum Phase {
        RUNNING,
        /** It has ended unexpectedly and is started again. */
        RESTARTING,
        /**
         * It has ended unexpectedly and did not start in many tries: an operator must act, and restart the whole
         * program.
         */
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

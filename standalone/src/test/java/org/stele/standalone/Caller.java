package org.stele.standalone;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Somebody who asks, and how: an account of the demonstration, or nobody who is known.
 *
 * @param role empty for nobody who is known
 * @param state empty for a role of no State
 * @param credential the headers that say who it is, as they are now
 */
record Caller(String role, String state, Way way, Supplier<Map<String, String>> credential) {

    private static final Set<String> AUDITING = Set.of("auditor", "custodian");
    private static final Set<String> COMMITTEE = Set.of("registrar", "chair");

    static final Caller NOBODY = new Caller("", "", Way.NOBODY, Map::of);

    /** How a caller says who it is. */
    enum Way {
        NOBODY,
        /** A token of the person's own. */
        TOKEN,
        /** The cookie of a session. */
        SESSION,
        /** The token of a program that may read. */
        READING_PROGRAM,
        /** The token of a program that may send commands. */
        FILING_PROGRAM
    }

    static Caller byToken(String role, String state, String token) {
        return new Caller(role, state, Way.TOKEN, () -> Map.of("Authorization", "Bearer " + token));
    }

    boolean isAuditing() {
        return AUDITING.contains(role);
    }

    boolean isOfCommittee() {
        return COMMITTEE.contains(role);
    }

    boolean isOf(String iso3) {
        return state.equals(iso3);
    }

    boolean isOfState() {
        return !state.isEmpty();
    }

    boolean isKnown() {
        return way != Way.NOBODY;
    }

    /** Whether it may ask for anything at all. */
    boolean mayRead() {
        return way != Way.FILING_PROGRAM;
    }

    /** Whether it may send a command at all. */
    boolean mayFile() {
        return way == Way.TOKEN || way == Way.FILING_PROGRAM;
    }

    /** Whether it may ask to look as the public does. */
    boolean mayLookAsThePublic() {
        return !isKnown() || role.equals("auditor") || isOfCommittee();
    }

    @Override
    public String toString() {
        return isKnown() ? "%s %s by %s".formatted(role, state, way) : "nobody";
    }
}

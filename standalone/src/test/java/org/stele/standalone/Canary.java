package org.stele.standalone;

import java.util.function.Predicate;

/**
 * A text that was recorded where few may see it, and that stands nowhere else.
 *
 * @param seenBy who may see it, looking as themselves
 */
record Canary(String text, Predicate<Caller> seenBy) {

    static Canary of(String what, Predicate<Caller> seenBy) {
        return new Canary("canary-" + what, seenBy);
    }

    /** Whether an answer may have it; one that was asked for as the public sees it is like one to nobody who is known. */
    boolean maybeIn(Attempt attempt) {
        return seenBy.test(attempt.asThePublic() ? Caller.NOBODY : attempt.caller());
    }
}

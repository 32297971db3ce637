package org.stele.standalone;

import java.util.List;
import java.util.function.Predicate;

/**
 * A text that was recorded where few may see it, and that stands nowhere else.
 *
 * @param forms how it may be written
 * @param seenBy who may see it, looking as themselves
 */
record Canary(List<String> forms, Predicate<Caller> seenBy) {

    /** What texts that are planted begin with. */
    static final String PREFIX = "canary-";

    static Canary of(String what, Predicate<Caller> seenBy) {
        return new Canary(List.of(PREFIX + what), seenBy);
    }

    /** An identifier. */
    static Canary literally(String text, Predicate<Caller> seenBy) {
        return new Canary(List.of(text), seenBy);
    }

    /** A number of six digits, with whatever stands between its thousands. */
    static Canary number(String digits, Predicate<Caller> seenBy) {
        String thousands = digits.substring(0, 3);
        String rest = digits.substring(3);
        return new Canary(
                List.of(
                        digits,
                        thousands + "," + rest,
                        thousands + "." + rest,
                        thousands + " " + rest,
                        thousands + "\u00a0" + rest,
                        thousands + "\u202f" + rest),
                seenBy);
    }

    String text() {
        return forms.getFirst();
    }

    boolean isIn(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    /** Whether an answer may have it; one that was asked for as the public sees it is like one to nobody who is known. */
    boolean maybeIn(Attempt attempt) {
        boolean isAsOthers = attempt.isAsThePublic() || !attempt.caller().mayRead();
        return seenBy.test(isAsOthers ? Caller.NOBODY : attempt.caller());
    }
}

package org.stele.query.view;

import java.util.List;
import org.stele.ledger.Leaf;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/** Reads the position of an event. */
public final class EventPosition {

    private EventPosition() {}

    /** The position that a path names; a problem (400) where it is none. */
    public static long inPath(String text) {
        try {
            return Parameters.number(text, 1, Leaf.MAX_NUMBER);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(List.of(new FieldError("position", String.valueOf(e.getMessage()), text)))
                    .asException();
        }
    }

    /** That no event is there (404). */
    public static RuntimeException unknown(String position, long head) {
        return Problem.of(
                        404,
                        "unknown-event",
                        "The ledger has %s events, and none at position %s.".formatted(head, position))
                .asException();
    }
}

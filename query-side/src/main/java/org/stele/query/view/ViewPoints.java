package org.stele.query.view;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.stele.events.NewYork;
import org.stele.web.page.ViewPoint;

/** Parses the view point of a request: by default today in New York, and the ledger's head. */
public final class ViewPoints {

    public static final String EFFECTIVE_ON = "effectiveOn";
    public static final String KNOWN_ON = "knownOn";
    public static final String TREE_SIZE = "treeSize";

    private final States states;
    private final Clock clock;

    ViewPoints(States states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /** Today's calendar date in New York. */
    public LocalDate today() {
        return NewYork.dayOf(clock.instant());
    }

    /** Ends the parsing of the parameters. */
    public ViewPoint read(Parameters parameters) {
        LocalDate today = today();
        LocalDate effectiveOn = parameters.read(EFFECTIVE_ON, ViewPoints::date).orElse(today);
        LocalDate knownOn = parameters.read(KNOWN_ON, ViewPoints::date).orElse(today);
        long treeSize = treeSize(parameters);
        parameters.requireNoErrors();
        return new ViewPoint(effectiveOn, knownOn, treeSize);
    }

    /** The requested size, or the head; a size above the head is refused. */
    public long treeSize(Parameters parameters) {
        long head = states.head();
        return parameters
                .read(TREE_SIZE, text -> Parameters.number(text, 0, head))
                .orElse(head);
    }

    private static LocalDate date(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("Expected a day that the calendar has, as YYYY-MM-DD.", e);
            }
        }
        throw new IllegalArgumentException("Expected one day as YYYY-MM-DD, such as 2019-12-22.");
    }
}

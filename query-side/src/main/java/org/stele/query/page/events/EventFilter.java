package org.stele.query.page.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.query.view.EventSelection;
import org.stele.query.view.Parameters;

/**
 * Which events a page lists.
 *
 * @param after the position after which the page begins
 */
record EventFilter(EventSelection choice, long after, int limit) {

    static final String[] PARAMETERS = {"state", "type", "after", "limit"};
    static final List<Integer> LIMITS = List.of(50, 100, 500);

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 500;

    static EventFilter read(Parameters parameters) {
        EventSelection choice = EventSelection.read(parameters);
        long after = parameters
                .read("after", text -> Parameters.number(text, 0, Long.MAX_VALUE))
                .orElse(0L);
        int limit = parameters
                .read("limit", text -> (int) Parameters.number(text, 1, MOST))
                .orElse(DEFAULT_LIMIT);
        return new EventFilter(choice, after, limit);
    }

    @Nullable
    MemberState state() {
        return choice.state();
    }

    @Nullable
    String type() {
        return choice.type();
    }
}

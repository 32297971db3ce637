package org.stele.query.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.stele.query.view.EventSelection;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.web.page.ViewPoint;

/**
 * Which events are requested.
 *
 * @param after the position after which they begin
 * @param limit how many at most; empty where none is stated
 * @param point for whom, and up to which position
 */
record EventQuery(EventSelection choice, long after, Optional<Integer> limit, ViewPoint point) {

    static final int MOST = 1_000;

    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    static final String[] PARAMETERS = {"state", "type", AFTER, LIMIT, ViewPoints.TREE_SIZE, ViewPoints.AUDIENCE};

    static EventQuery read(HttpServletRequest request, ViewPoints viewPoints) {
        Parameters parameters = Parameters.of(request, PARAMETERS);
        EventSelection choice = EventSelection.read(parameters);
        long after = parameters
                .read(AFTER, text -> Parameters.number(text, 0, Long.MAX_VALUE))
                .orElse(0L);
        Optional<Integer> limit = parameters.read(LIMIT, text -> Math.toIntExact(Parameters.number(text, 1, MOST)));
        ViewPoint point = viewPoints.read(request, parameters, viewPoints.treeSize(parameters));
        return new EventQuery(choice, after, limit, point);
    }
}

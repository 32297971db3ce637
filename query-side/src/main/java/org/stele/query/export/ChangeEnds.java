package org.stele.query.export;

import jakarta.servlet.http.HttpServletRequest;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.query.view.ViewPoints.Coordinates;
import org.stele.web.page.ViewPoint;

/** The two views that are compared, each written E/K/N: effective day, day of knowledge, tree size; an empty part is the default. */
record ChangeEnds(ViewPoint from, ViewPoint to) {

    static final String FROM = "from";
    static final String TO = "to";

    static ChangeEnds read(HttpServletRequest request, Parameters parameters, ViewPoints viewPoints) {
        Coordinates from = parameters.read(FROM, viewPoints::coordinates).orElseGet(viewPoints::present);
        Coordinates to = parameters.read(TO, viewPoints::coordinates).orElseGet(viewPoints::present);
        if (!parameters.has(FROM)) {
            parameters.refuse(
                    FROM,
                    "Expected an effective day, a day of knowledge and a tree size, as 2019-12-22/2019-12-22/214; each may be empty.");
        }
        ViewPoint asked = viewPoints.read(request, parameters, to.treeSize());
        return new ChangeEnds(from.of(asked), to.of(asked));
    }

    static String text(ViewPoint point) {
        return point.effectiveOn() + "/" + point.knownOn() + "/" + point.treeSize();
    }
}

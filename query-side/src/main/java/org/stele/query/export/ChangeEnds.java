package org.stele.query.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.web.page.ViewPoint;

/** The two views that are compared, each written E/K/N: effective day, day of knowledge, tree size; an empty part is the default. */
record ChangeEnds(ViewPoint from, ViewPoint to) {

    static final String FROM = "from";
    static final String TO = "to";

    private static final int PARTS = 3;
    private static final String EXPECTED =
            "Expected an effective day, a day of knowledge and a tree size, as 2019-12-22/2019-12-22/214; each may be empty.";

    static ChangeEnds read(Parameters parameters, ViewPoints viewPoints) {
        ViewPoint now = new ViewPoint(viewPoints.today(), viewPoints.today(), viewPoints.treeSize(parameters));
        ViewPoint from = parameters.read(FROM, text -> end(text, now)).orElse(now);
        ViewPoint to = parameters.read(TO, text -> end(text, now)).orElse(now);
        if (!parameters.has(FROM)) {
            parameters.refuse(FROM, EXPECTED);
        }
        parameters.requireNoErrors();
        return new ChangeEnds(from, to);
    }

    private static ViewPoint end(String text, ViewPoint now) {
        String[] parts = text.split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return new ViewPoint(
                parts[0].isEmpty() ? now.effectiveOn() : day(parts[0]),
                parts[1].isEmpty() ? now.knownOn() : day(parts[1]),
                parts[2].isEmpty() ? now.treeSize() : Parameters.number(parts[2], 0, now.treeSize()));
    }

    private static LocalDate day(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new IllegalArgumentException(EXPECTED);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(EXPECTED, e);
        }
    }

    static String text(ViewPoint point) {
        return point.effectiveOn() + "/" + point.knownOn() + "/" + point.treeSize();
    }
}

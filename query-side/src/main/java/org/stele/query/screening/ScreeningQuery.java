package org.stele.query.screening;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.statefile.screening.ScreeningCut;
import org.stele.statefile.screening.ScreeningLens;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.ScreeningStatus;
import org.stele.statefile.screening.Screenings;
import org.stele.web.page.ViewPoint;

/**
 * Which screenings are requested, and for whom.
 *
 * @param state null for those of all States
 * @param status null for any
 */
public record ScreeningQuery(
        ViewPoint point,
        @Nullable MemberState state,
        @Nullable ScreeningStatus status) {

    public static final String STATE = "state";
    public static final String STATUS = "status";

    /** Ends the parsing of the parameters. */
    public static ScreeningQuery read(HttpServletRequest request, Parameters parameters, ViewPoints viewPoints) {
        MemberState state = parameters.read(STATE, ScreeningQuery::memberState).orElse(null);
        ScreeningStatus status = parameters.read(STATUS, ScreeningQuery::status).orElse(null);
        return new ScreeningQuery(viewPoints.read(request, parameters), state, status);
    }

    public Audience audience() {
        return point.audience();
    }

    public ScreeningCut cut() {
        return new ScreeningCut(point.treeSize(), point.day());
    }

    /** Whether a screening is asked for. A status is no business of those who are given verdicts alone. */
    public boolean asksFor(ScreeningReading screening) {
        return asksFor(screening.memberState())
                && (status == null
                        || screening.status() == status
                                && ScreeningLens.of(audience(), screening.memberState()) == ScreeningLens.WHOLE);
    }

    public boolean asksFor(MemberState memberState) {
        return state == null || memberState == state;
    }

    public List<ScreeningReading> in(Screenings screenings) {
        return screenings.all().stream().filter(this::asksFor).toList();
    }

    private static MemberState memberState(String iso3) {
        return MemberState.find(iso3)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No Member State has this code. Codes have three capital letters, such as NOR."));
    }

    private static ScreeningStatus status(String text) {
        return Arrays.stream(ScreeningStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected one of %s.".formatted(Arrays.toString(ScreeningStatus.values()))));
    }
}

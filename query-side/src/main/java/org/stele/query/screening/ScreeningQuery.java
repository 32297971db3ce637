package org.stele.query.screening;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.screening.Question;
import org.stele.query.view.EventSelection;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.statefile.screening.ScreeningCut;
import org.stele.statefile.screening.ScreeningLens;
import org.stele.statefile.screening.ScreeningReading;
import org.stele.statefile.screening.ScreeningStatus;
import org.stele.statefile.screening.Screenings;
import org.stele.web.page.ViewPoint;

/** Which screenings are requested, and for whom. */
public record ScreeningQuery(ViewPoint point, Filter filter) {

    public static final String STATE = "state";
    public static final String STATUS = "status";
    public static final String QUESTION = "question";

    /**
     * Which screenings are requested.
     *
     * @param state null for those of all States
     * @param status null for any
     * @param question null for both
     */
    public record Filter(
            @Nullable MemberState state,
            @Nullable ScreeningStatus status,
            @Nullable Question question) {

        public static Filter read(Parameters parameters) {
            return new Filter(
                    parameters.read(STATE, EventSelection::state).orElse(null),
                    parameters
                            .read(STATUS, text -> Parameters.oneOf(ScreeningStatus.class, text))
                            .orElse(null),
                    parameters
                            .read(QUESTION, text -> Parameters.oneOf(Question.class, text))
                            .orElse(null));
        }
    }

    /** Ends the parsing of the parameters. */
    public static ScreeningQuery read(HttpServletRequest request, Parameters parameters, ViewPoints viewPoints) {
        Filter filter = Filter.read(parameters);
        return new ScreeningQuery(viewPoints.read(request, parameters), filter);
    }

    public Audience audience() {
        return point.audience();
    }

    public ScreeningCut cut() {
        return new ScreeningCut(point.treeSize(), point.day());
    }

    /**
     * The positions of events that cannot be read and are in no answer; none where the audience does not see of which kind an
     * event is.
     */
    public List<Long> unreadable(ScreeningRegister register) {
        return audience().isAuditing() ? register.unreadable(point.treeSize()) : List.of();
    }

    /** Whether there are such events, for every audience. */
    public boolean isIncomplete(ScreeningRegister register) {
        return !register.unreadable(point.treeSize()).isEmpty();
    }

    /** Whether a screening is asked for. A status is no business of those who are given verdicts alone. */
    public boolean asksFor(ScreeningReading screening) {
        return asksFor(screening.memberState())
                && (filter.question() == null || screening.question() == filter.question())
                && (filter.status() == null
                        || screening.status() == filter.status()
                                && ScreeningLens.of(audience(), screening.memberState()) == ScreeningLens.WHOLE);
    }

    public boolean asksFor(MemberState memberState) {
        return filter.state() == null || memberState == filter.state();
    }

    public List<ScreeningReading> in(Screenings screenings) {
        return screenings.all().stream().filter(this::asksFor).toList();
    }
}

package org.stele.query.projection.rows;

import java.util.Map;
import org.stele.events.MemberState;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemException;

/**
 * Says that the projection did not write the stored views, so that nothing of them is served and nothing is built on
 * them.
 */
public final class ViewsNotTrusted extends RuntimeException {

    static final String CODE = "views-not-trusted";

    private static final String ADVICE =
            " It is not shown until an operator has folded it anew from the events (docs/operating/projection.md).";

    public ViewsNotTrusted(String message) {
        super(message);
    }

    /** For a request about all States. */
    public ProblemException asProblem() {
        return Problem.of(503, CODE, "What is stored of the States' files was changed from outside." + ADVICE)
                .asException();
    }

    /** For a request about one State's file. */
    public static ProblemException problem(MemberState state) {
        return Problem.of(
                        503,
                        CODE,
                        "What is stored of the file of %s was changed from outside.".formatted(state.iso3()) + ADVICE)
                .asException();
    }

    /** The findings on one State's rows, in words for an operator. */
    public static String finding(Map.Entry<MemberState, String> wrong) {
        return wrong.getKey().iso3() + ": " + wrong.getValue();
    }
}

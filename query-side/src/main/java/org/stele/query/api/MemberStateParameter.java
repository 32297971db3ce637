package org.stele.query.api;

import java.util.List;
import org.stele.events.MemberState;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/** Reads the code of a Member State. */
public final class MemberStateParameter {

    private static final String EXPECTED =
            "Expected the ISO 3166-1 alpha-3 code of one of the 193 Member States in capitals, such as NOR.";

    private MemberStateParameter() {}

    /** The State that a path names; a problem (404) where there is none. */
    public static MemberState inPath(String iso3) {
        return MemberState.find(iso3)
                .orElseThrow(() -> Problem.of(404, "unknown-member-state", EXPECTED + " GET /api/v1/states lists them.")
                        .withErrors(List.of(new FieldError("iso3", EXPECTED, iso3)))
                        .asException());
    }
}

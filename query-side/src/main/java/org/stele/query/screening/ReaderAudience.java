package org.stele.query.screening;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.stele.events.Actor;
import org.stele.statefile.lens.Audience;
import org.stele.web.actor.HeaderActor;

/** For whom an answer is made: the one place that derives it from who asks. */
public final class ReaderAudience {

    private ReaderAudience() {}

    /** PUBLIC where nobody says who asks; a problem where the request names an actor and may not. */
    public static Audience of(HttpServletRequest request) {
        return HeaderActor.find(request).map(ReaderAudience::of).orElse(Audience.PUBLIC);
    }

    /** A monitor counts as one of the MSMT: since 30 April 2024 the Committee accredits no others. */
    private static Audience of(Actor actor) {
        return switch (actor.role()) {
            case FOCAL_POINT, SIGNATORY, SCREENING_ANALYST, SCREENING_REVIEWER ->
                Audience.of(Objects.requireNonNull(actor.memberState()));
            case REGISTRAR, CHAIR -> Audience.COMMITTEE;
            case AUDITOR -> Audience.AUDIT;
            case CUSTODIAN -> Audience.CUSTODY;
            case MONITOR -> Audience.MSMT;
        };
    }
}

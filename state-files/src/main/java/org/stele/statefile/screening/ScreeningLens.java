package org.stele.statefile.screening;

import org.stele.events.Audience;
import org.stele.events.MemberState;

/** How much of a State's screenings an audience is given: the one place where that is decided (4.8). */
public enum ScreeningLens {
    /** All of it, except what is sealed. */
    WHOLE,
    /** Of a confirmed verdict its question, disposition and days; nothing of any other screening. */
    VERDICT,
    /** Nothing, not even that there is one. */
    NOTHING;

    public static ScreeningLens of(Audience audience, MemberState owner) {
        return switch (audience.kind()) {
            case AUDIT, CUSTODY -> WHOLE;
            case STATE -> audience.seesFilingsOf(owner) ? WHOLE : NOTHING;
            case COMMITTEE -> VERDICT;
            case PUBLIC, MSMT -> NOTHING;
        };
    }

    /** Whether a reader with this lens is told that the screening exists. */
    public boolean shows(ScreeningReading screening) {
        return switch (this) {
            case WHOLE -> true;
            case VERDICT -> screening.verdict() != null;
            case NOTHING -> false;
        };
    }
}

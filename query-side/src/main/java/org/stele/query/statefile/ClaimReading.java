package org.stele.query.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;

/**
 * A claim in view, with its state on the day of knowledge.
 *
 * @param isExemption an exception of paragraph 8 is claimed; otherwise that persons are out of its scope
 * @param ground the name of the ground; grounds of protected status are for the filing State and the custodian only
 */
public record ClaimReading(
        FilingId id,
        boolean isExemption,
        String ground,
        @Nullable PersonsCount count,
        LocalDate effectiveDay,
        PartialDate claimed,
        boolean disputed,
        boolean upheld,
        @Nullable String summary,
        @Nullable SourceReference source,
        long position,
        LocalDate recordedOn) {

    /**
     * Undisputed exemption claims and upheld scope claims; a claim that the Committee upheld is no longer disputed
     * (4.3).
     */
    boolean isExempting() {
        return upheld || (isExemption && !disputed);
    }

    /** Disputed, not upheld claims of either kind (4.3). */
    boolean isContested() {
        return disputed && !upheld;
    }

    int persons() {
        return count == null ? 0 : count.value();
    }
}

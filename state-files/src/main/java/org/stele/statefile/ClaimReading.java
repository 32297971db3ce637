package org.stele.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.SourceReference;

/**
 * A claim in view, with its state on the day of knowledge.
 *
 * @param isExemption an exception of paragraph 8 is claimed; otherwise that persons are out of its scope
 * @param ground the name of the ground; null where it is sealed, or kept from who looks
 * @param isProtected whether the ground tells of a protected status
 * @param banded whether the count is kept from who looks, and is from 1 to 4
 * @param sealed what only the filing State and the custodian read; null where nothing is sealed
 */
public record ClaimReading(
        FilingId id,
        boolean isExemption,
        @Nullable String ground,
        boolean isProtected,
        @Nullable PersonsCount count,
        boolean banded,
        LocalDate effectiveDay,
        PartialDate claimed,
        boolean disputed,
        boolean upheld,
        @Nullable String summary,
        @Nullable SourceReference source,
        @Nullable Sealed sealed,
        long position,
        LocalDate recordedOn) {

    /**
     * Undisputed exemption claims and upheld scope claims; a claim that the Committee upheld is no longer disputed
     * (4.3).
     */
    public boolean isExempting() {
        return upheld || (isExemption && !disputed);
    }

    /** Disputed, not upheld claims of either kind (4.3). */
    public boolean isContested() {
        return disputed && !upheld;
    }

    public int persons() {
        return count == null ? 0 : count.value();
    }
}

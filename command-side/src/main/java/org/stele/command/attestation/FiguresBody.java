package org.stele.command.attestation;

import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.attestation.Figures;

/** The counts of one category of persons, as part of a request body. */
public record FiguresBody(
        @Nullable PersonsCount baselineCount,
        @Nullable BaselineBasis baselineBasis,
        @Nullable PersonsCount repatriatedCount,
        @Nullable PersonsCount remainingCount,
        @Nullable PartialDate remainingAsOf) {

    /** The same as events hold it; null where nothing is stated. */
    static @Nullable Figures figures(@Nullable FiguresBody body) {
        if (body == null || body.equals(new FiguresBody(null, null, null, null, null))) {
            return null;
        }
        boolean hasBaseline = body.baselineCount != null || body.baselineBasis != null;
        return new Figures(
                hasBaseline ? new Baseline(body.baselineCount, body.baselineBasis) : null,
                body.repatriatedCount,
                body.remainingCount,
                body.remainingAsOf);
    }
}

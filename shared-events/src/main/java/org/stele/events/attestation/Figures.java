package org.stele.events.attestation;

import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;

/**
 * The counts that an attestation states for one category of persons. What it does not state is null, never zero.
 *
 * @param remainingAsOf the day for which the remaining count is true, where the State gives one
 */
public record Figures(
        @Nullable Baseline baseline,
        @Nullable PersonsCount repatriated,
        @Nullable PersonsCount remaining,
        @Nullable PartialDate remainingAsOf) {}

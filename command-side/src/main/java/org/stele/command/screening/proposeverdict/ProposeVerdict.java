package org.stele.command.screening.proposeverdict;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.IndicatorFinding;
import org.stele.events.screening.Nationality;

/**
 * An analyst proposes what the result of a screening means.
 *
 * @param candidates a verdict on each candidate; empty where the whole says it
 * @param whole the verdict where there is at most one candidate; null where the candidates say it
 * @param nationality null where it was not looked at
 * @param indicators of an IT worker that were seen
 * @param validUntil the last day on which the verdict may be relied on
 */
@Command(namespace = "screening", name = "ProposeVerdict")
public record ProposeVerdict(
        CommandContext entry,
        @TargetEntityId VerdictScreenings screenings,
        List<CandidateVerdict> candidates,
        @Nullable WholeVerdict whole,
        @Nullable Nationality nationality,
        List<IndicatorFinding> indicators,
        @Nullable LocalDate validUntil)
        implements LedgerCommand {

    public ProposeVerdict {
        candidates = List.copyOf(candidates);
        indicators = List.copyOf(indicators);
    }

    /** A verdict in one: on the only candidate, or on a person without any. */
    public record WholeVerdict(Disposition disposition, String reasonCode, String rationale) {}

    @Override
    public FilingId filing() {
        return screenings.screening();
    }
}

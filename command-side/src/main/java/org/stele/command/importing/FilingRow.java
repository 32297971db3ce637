package org.stele.command.importing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stele.command.attestation.publishattestation.PublishAttestation;
import org.stele.command.attestation.receiveattestation.ReceiveAttestation;
import org.stele.command.attestation.submitattestation.SubmitAttestation;
import org.stele.command.attestation.withholdattestation.WithholdAttestation;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.rules.FreeText;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;

/**
 * An attestation, the day or days on which the Committee received it, and whether it is published.
 *
 * @param publishedOn null where nobody stated the day: the last day of the receipt is taken instead
 */
record FilingRow(
        long row,
        MemberState memberState,
        ObligationId obligation,
        PartialDate received,
        AttestationContent content,
        @Nullable LocalDate publishedOn,
        @Nullable SourceReference source)
        implements ImportRow {

    private static final int FIRST_VERSION = 1;

    static @Nullable FilingRow of(Cells cells) {
        MemberState state = cells.memberState();
        ObligationId obligation = obligation(cells);
        PartialDate received = cells.days("received_from", "received_to");
        AttestationContent content = content(cells);
        LocalDate publishedOn = cells.dayIfStated("published_on");
        SourceReference source = cells.source(cells.text("source_title", FreeText.MAX_TITLE));
        return state == null || obligation == null || received == null || content == null || cells.isFaulty()
                ? null
                : new FilingRow(cells.row(), state, obligation, received, content, publishedOn, source);
    }

    private static @Nullable ObligationId obligation(Cells cells) {
        return cells.required(
                "obligation",
                id -> ObligationId.find(id).filter(ObligationId::isAnsweredByAttestation),
                "Expected what an attestation answers: REP-MID, REP-FIN, a national implementation report such as NIR-2397,"
                        + " or OTHER.");
    }

    private static @Nullable AttestationContent content(Cells cells) {
        Figures workers = workers(cells);
        PartialDate periodFrom = cells.date("period_from");
        PartialDate periodTo = cells.date("period_to");
        if (periodFrom != null && periodTo != null && periodFrom.firstDay().isAfter(periodTo.lastDay())) {
            cells.add(
                    "period_from",
                    "Expected a date that is not after period_to, %s.".formatted(periodTo),
                    periodFrom.toString());
            return null;
        }
        return new AttestationContent(
                workers,
                null,
                null,
                periodFrom,
                periodTo,
                cells.flag("declared_nil"),
                cells.flag("asserts_more_than_half"),
                cells.flag("figures_derived"),
                cells.flag("text_withheld") ? Visibility.WITHHELD : Visibility.PUBLISHED,
                cells.text("explanation", FreeText.MAX_EXPLANATION),
                null,
                cells.text("summary", FreeText.MAX_SUMMARY),
                List.of());
    }

    private static @Nullable Figures workers(Cells cells) {
        PersonsCount count = cells.count("baseline_count");
        BaselineBasis basis = cells.code("baseline_basis", BaselineBasis.class);
        Baseline baseline = count == null && basis == null ? null : new Baseline(count, basis);
        PersonsCount repatriated = cells.count("repatriated_count");
        PersonsCount remaining = cells.count("remaining_count");
        PartialDate remainingAsOf = cells.date("remaining_as_of");
        return baseline == null && repatriated == null && remaining == null && remainingAsOf == null
                ? null
                : new Figures(baseline, repatriated, remaining, remainingAsOf);
    }

    @Override
    public List<LedgerCommand> commands(IntFunction<CommandContext> entryOfStep) {
        var submit = new SubmitAttestation(entryOfStep.apply(1), memberState, obligation, content, source);
        var receive = new ReceiveAttestation(entryOfStep.apply(2), submit.filing(), FIRST_VERSION, received, null);
        return List.of(submit, receive, publication(entryOfStep.apply(3), submit.filing()));
    }

    private LedgerCommand publication(CommandContext entry, FilingId attestation) {
        LocalDate receivedBy = received.lastDay();
        return content.visibility() == Visibility.WITHHELD
                ? new WithholdAttestation(entry, attestation, FIRST_VERSION, receivedBy, null)
                : new PublishAttestation(
                        entry,
                        attestation,
                        FIRST_VERSION,
                        publishedOn == null ? receivedBy : publishedOn,
                        publishedOn == null,
                        null);
    }
}

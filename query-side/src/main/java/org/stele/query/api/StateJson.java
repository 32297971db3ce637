package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.view.StateResult;
import org.stele.statefile.inview.RemainingFigure;
import org.stele.statefile.inview.SubmittedFiling;
import org.stele.statefile.status.Derived;
import org.stele.statefile.status.Flag;
import org.stele.statefile.status.HalfRuleStatus;
import org.stele.statefile.status.RepatriationStatus;
import org.stele.statefile.status.ReportTimeliness;
import org.stele.statefile.status.StateView;
import org.stele.statefile.status.TimelinessStatus;
import org.stele.web.page.ViewPoint;

/**
 * A state file as JSON. A count that is not stated is null.
 *
 * @param derived the figures and obligations that depend on a filing in which others worked out some figure
 * @param notComputed rules of discrepancies that could not be applied, because references to subjects cannot be read; absent where
 *     every rule was
 * @param omitted events that are in no view of the State, because a body was removed by order; absent where there are none
 * @param heldBack null where the view is complete
 */
@JsonPropertyOrder({
    "memberState",
    "view",
    "repatriation",
    "obligations",
    "flags",
    "derived",
    "submitted",
    "notComputed",
    "omitted",
    "heldBack"
})
record StateJson(
        State memberState,
        ViewPoint view,
        Repatriation repatriation,
        Obligations obligations,
        List<Flag> flags,
        List<String> derived,
        List<Submitted> submitted,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DiscrepancyCode> notComputed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Omitted> omitted,
        @Nullable HeldBack heldBack) {

    @JsonPropertyOrder({"iso3", "name"})
    record State(String iso3, String name) {}

    @JsonPropertyOrder({
        "status",
        "baseline",
        "repatriatedCount",
        "remaining",
        "exemptCount",
        "disputedCount",
        "outstandingCount"
    })
    record Repatriation(
            RepatriationStatus status,
            Baseline baseline,
            @Nullable PersonsCount repatriatedCount,
            Remaining remaining,
            @Nullable Long exemptCount,
            @Nullable Long disputedCount,
            @Nullable Long outstandingCount) {}

    @JsonPropertyOrder({"count", "basis"})
    record Baseline(@Nullable PersonsCount count, @Nullable BaselineBasis basis) {}

    @JsonPropertyOrder({"count", "effectiveOn"})
    record Remaining(@Nullable Integer count, @Nullable LocalDate effectiveOn) {}

    @JsonPropertyOrder({"REP-MID", "REP-HALF", "REP-FIN"})
    record Obligations(
            @JsonProperty("REP-MID") Report midterm,
            @JsonProperty("REP-HALF") Half half,
            @JsonProperty("REP-FIN") Report finalReport) {}

    @JsonPropertyOrder({"status", "dueOn", "firstReceived"})
    record Report(
            TimelinessStatus status,
            LocalDate dueOn,
            @Nullable PartialDate firstReceived) {}

    record Half(HalfRuleStatus status) {}

    @JsonPropertyOrder({"id", "obligation", "version", "submittedOn"})
    record Submitted(
            FilingId id,
            ObligationId obligation,
            int version,
            @Nullable LocalDate submittedOn) {}

    /**
     * An event that the view does without.
     *
     * @param redactedBy the event that orders the removal of its body; absent where it only rests on a removed one
     */
    @JsonPropertyOrder({"position", "redactedBy"})
    record Omitted(
            long position,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long redactedBy) {}

    /** The State's events that the view leaves out, because the first of them cannot be folded. */
    record HeldBack(long fromPosition) {}

    static StateJson of(StateResult seen, ViewPoint point) {
        StateView view = seen.view();
        MemberState state = view.memberState();
        return new StateJson(
                new State(state.iso3(), state.officialName()),
                point,
                repatriation(view.repatriation()),
                new Obligations(
                        report(view.midtermReport()), new Half(view.halfRule().status()), report(view.finalReport())),
                view.flags(),
                derived(view),
                view.submitted().stream().map(StateJson::submitted).toList(),
                view.notComputed(),
                seen.file().omitted().stream()
                        .map(entry -> new Omitted(entry.position(), entry.redactedBy()))
                        .toList(),
                seen.heldFrom() == null ? null : new HeldBack(seen.heldFrom()));
    }

    private static List<String> derived(StateView view) {
        Stream<String> figures = view.repatriation().derived().stream()
                .sorted()
                .map(what -> what == Derived.STATUS ? "REPAT" : what.name());
        return Stream.concat(figures, view.halfRule().isDerived() ? Stream.of("REP-HALF") : Stream.empty())
                .toList();
    }

    private static Repatriation repatriation(org.stele.statefile.status.Repatriation repatriation) {
        RemainingFigure remaining = repatriation.remaining();
        return new Repatriation(
                repatriation.status(),
                new Baseline(repatriation.baselineCount(), repatriation.baselineBasis()),
                repatriation.repatriatedCount(),
                remaining == null
                        ? new Remaining(null, null)
                        : new Remaining(remaining.count(), remaining.effectiveOn()),
                repatriation.exemptCount(),
                repatriation.disputedCount(),
                repatriation.outstandingCount());
    }

    private static Report report(ReportTimeliness report) {
        return new Report(report.status(), report.dueOn(), report.firstReceived());
    }

    private static Submitted submitted(SubmittedFiling filing) {
        return new Submitted(filing.id(), filing.obligation(), filing.version(), filing.submittedOn());
    }
}

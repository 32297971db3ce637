package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.view.StateResult;
import org.stele.statefile.due.Due;
import org.stele.statefile.due.DueItem;
import org.stele.statefile.status.ReportTimeliness;
import org.stele.web.page.ViewPoint;

/**
 * What a State's file waits for, as JSON.
 *
 * @param reports beside the list: how the older reports stand, and what was filed to obligations that nobody assesses
 * @param notComputed rules of discrepancies that could not be applied; absent where every rule was
 * @param heldBack null where the view is complete
 */
@JsonPropertyOrder({"view", "due", "reports", "notComputed", "heldBack"})
record DueJson(
        ViewPoint view,
        List<Item> due,
        Map<String, Report> reports,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DiscrepancyCode> notComputed,
        StateJson.@Nullable HeldBack heldBack) {

    /** One thing that is due; what does not belong to its code is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"code", "obligation", "days", "discrepancy", "filing", "clarification"})
    record Item(
            DueItem.Code code,
            @Nullable ObligationId obligation,
            @Nullable Long days,
            @Nullable FilingId discrepancy,
            @Nullable FilingId filing,
            @Nullable FilingId clarification) {}

    /** One obligation; {@code filed} is absent for those that are assessed, and the days for those that are not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"status", "dueOn", "firstReceived", "filed"})
    record Report(
            String status,
            @Nullable LocalDate dueOn,
            @Nullable PartialDate firstReceived,
            @Nullable List<FilingId> filed) {}

    static DueJson of(StateResult seen, ViewPoint point) {
        Due due = Due.of(seen.file(), seen.view());
        Map<String, Report> reports = new LinkedHashMap<>();
        for (ReportTimeliness report : due.reports()) {
            reports.put(
                    report.obligation().id(),
                    new Report(report.status().name(), report.dueOn(), report.firstReceived(), null));
        }
        NotAssessed.of(seen)
                .forEach((obligation, filed) ->
                        reports.put(obligation.id(), new Report("NOT_ASSESSED", null, null, filed)));
        return new DueJson(
                point,
                due.items().stream().map(DueJson::item).toList(),
                reports,
                seen.view().notComputed(),
                seen.heldFrom() == null ? null : new StateJson.HeldBack(seen.heldFrom()));
    }

    static Item item(DueItem item) {
        return new Item(
                item.code(), item.obligation(), item.days(), item.discrepancy(), item.filing(), item.clarification());
    }
}

package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.query.lens.SeenPositions;
import org.stele.statefile.AnsweredDiscrepancy;
import org.stele.statefile.discrepancy.Discrepancy;

/**
 * One discrepancy as JSON.
 *
 * @param memberState the code of the State
 * @param filings the two that its rule names; the second is null where the rule names one alone
 * @param positions of their first events, in the same order; null for one that the reader does not see whole
 * @param reopened whether it was answered once, about other figures than it has now
 */
@JsonPropertyOrder({"id", "code", "memberState", "filings", "positions", "figures", "status", "reopened", "answers"})
record DiscrepancyJson(
        FilingId id,
        DiscrepancyCode code,
        String memberState,
        List<@Nullable FilingId> filings,
        List<@Nullable Long> positions,
        SortedMap<String, Long> figures,
        Discrepancy.Status status,
        boolean reopened,
        List<Answer> answers) {

    /**
     * What the State explained, or the chair decided.
     *
     * @param text null where it is withheld from the reader
     * @param withheld absent where it is not
     */
    @JsonPropertyOrder({"kind", "on", "text", "withheld"})
    record Answer(
            AnsweredDiscrepancy.Kind kind,
            LocalDate on,
            @Nullable String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean withheld) {}

    static DiscrepancyJson of(Discrepancy discrepancy, SeenPositions positions) {
        Discrepancy.Filing a = discrepancy.a();
        Discrepancy.Filing b = discrepancy.b();
        return new DiscrepancyJson(
                discrepancy.id(),
                discrepancy.code(),
                discrepancy.memberState().iso3(),
                Arrays.asList(a.id(), b == null ? null : b.id()),
                Arrays.asList(positions.of(a), b == null ? null : positions.of(b)),
                discrepancy.figures(),
                discrepancy.status(),
                discrepancy.isReopened(),
                discrepancy.answers().stream().map(DiscrepancyJson::answer).toList());
    }

    private static Answer answer(AnsweredDiscrepancy.Answer answer) {
        return new Answer(answer.kind(), answer.on(), answer.text(), answer.text() == null ? true : null);
    }
}

package org.stele.command.screening.proposeverdict;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.command.screening.proposeverdict.ProposeVerdict.WholeVerdict;
import org.stele.events.FilingId;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.IndicatorFinding;
import org.stele.events.screening.Nationality;
import org.stele.web.body.Body;
import org.stele.web.body.InvalidField;
import org.stele.web.body.MaxSize;

/** A verdict to propose. */
record ProposeVerdictBody(
        @Schema(description = "One for each candidate of the result; the disposition of the whole follows")
        @MaxSize(100)
        List<CandidateBody> candidates,

        @Schema(
                description =
                        "Instead of candidates, where the result has one or none; then reasonCode and rationale too")
        @Nullable
        Disposition disposition,

        @MaxSize(100) @Nullable String reasonCode,
        @MaxSize(FreeText.MAX_RATIONALE) @Nullable String rationale,

        @Schema(description = "Of a person: what is claimed, what papers say, and what the State holds to be true")
        @Nullable
        NationalityBody nationality,

        @Schema(description = "Indicators of an IT worker, for the question PARAGRAPH_8; they decide nothing")
        @MaxSize(VerdictRules.MAX_INDICATORS)
        List<IndicatorBody> indicators,

        @Schema(description = "The screening of the same subject and question whose verdict this one replaces")
        @Nullable
        FilingId supersedes,

        @Schema(description = "The last day on which the verdict may be relied on") @Nullable
        LocalDate validUntil)
        implements Body {

    /** The verdict on one candidate. */
    record CandidateBody(
            @MaxSize(100) String entry,
            Disposition disposition,
            @MaxSize(100) String reasonCode,
            @MaxSize(VerdictRules.MAX_CANDIDATE_RATIONALE) String rationale) {}

    /** Alpha-3 codes; XXX for none. */
    record NationalityBody(
            @MaxSize(3) @Nullable String claimed,
            @MaxSize(3) @Nullable String documented,
            @MaxSize(3) @Nullable String assessed) {}

    /** What was seen, such as ITW-ID-01. */
    record IndicatorBody(
            @MaxSize(100) String code,
            @MaxSize(VerdictRules.MAX_CANDIDATE_RATIONALE) String evidence) {}

    ProposeVerdictBody {
        boolean isWhole = disposition != null || reasonCode != null || rationale != null;
        if (isWhole && !candidates.isEmpty()) {
            throw new InvalidField(
                    "disposition", "Leave the verdict on the whole out: it follows from the candidates.");
        }
        if (isWhole || candidates.isEmpty()) {
            requireStated("disposition", disposition);
            requireStated("reasonCode", reasonCode);
            requireStated("rationale", rationale);
        }
    }

    private static void requireStated(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidField(field, "This field is required where there are no candidates.");
        }
    }

    @Nullable
    WholeVerdict whole() {
        return disposition == null || reasonCode == null || rationale == null
                ? null
                : new WholeVerdict(disposition, reasonCode, rationale);
    }

    List<CandidateVerdict> verdicts() {
        return candidates.stream()
                .map(each ->
                        new CandidateVerdict(each.entry(), each.disposition(), each.reasonCode(), each.rationale()))
                .toList();
    }

    List<IndicatorFinding> findings() {
        return indicators.stream()
                .map(each -> new IndicatorFinding(each.code(), each.evidence()))
                .toList();
    }

    @Nullable
    Nationality nationalities() {
        return nationality == null
                ? null
                : new Nationality(nationality.claimed(), nationality.documented(), nationality.assessed());
    }
}

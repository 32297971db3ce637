package org.stele.command.screening.proposeverdict;

import static org.stele.command.screening.proposeverdict.VerdictSamples.HITS;
import static org.stele.command.screening.proposeverdict.VerdictSamples.analyst;
import static org.stele.command.screening.proposeverdict.VerdictSamples.clearedOnParagraph8;
import static org.stele.command.screening.proposeverdict.VerdictSamples.command;
import static org.stele.command.screening.proposeverdict.VerdictSamples.found;
import static org.stele.command.screening.proposeverdict.VerdictSamples.on;
import static org.stele.command.screening.proposeverdict.VerdictSamples.paragraph8;
import static org.stele.command.screening.proposeverdict.VerdictSamples.propose;
import static org.stele.command.screening.proposeverdict.VerdictSamples.proposed;
import static org.stele.command.screening.proposeverdict.VerdictSamples.replacing;
import static org.stele.command.screening.proposeverdict.VerdictSamples.superseding;
import static org.stele.command.screening.proposeverdict.VerdictSamples.until;
import static org.stele.command.screening.proposeverdict.VerdictSamples.verdict;
import static org.stele.command.screening.proposeverdict.VerdictSamples.whole;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.Samples.DIGEST;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.hits;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.SliceTest;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.IndicatorFinding;
import org.stele.events.screening.Nationality;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;

class VerdictContentTest extends SliceTest {

    private static final IndicatorFinding INDICATOR = new IndicatorFinding("ITW-ID-01", "Two birthplaces.");

    VerdictContentTest() {
        super(ProposeVerdictSlice.module(DIGEST::equals, (_, decided, _) -> decided));
    }

    @Test
    void paragraph_8_is_decided_without_hits_too() {
        given(clearedOnParagraph8())
                .when(paragraph8(List.of(INDICATOR), new Nationality("KOR", null, "PRK")))
                .recorded(new ScreeningVerdictProposed(
                        NORWAY,
                        FILING,
                        Disposition.FALSE_POSITIVE,
                        List.of(),
                        "OTHER_PERSON",
                        "Another one.",
                        new Nationality("KOR", null, "PRK"),
                        List.of(INDICATOR),
                        "staff-screening-analyst",
                        null,
                        null));
        given(clearedOnParagraph8()).when(on(List.of())).malformed("disposition");
    }

    @Test
    void a_result_of_a_list_that_is_not_on_record_gets_no_verdict_and_one_of_no_stated_list_does() {
        given(found(NORWAY, new Sha256Digest("1".repeat(64)), "KPi.001"))
                .when(propose(analyst()))
                .forbidden("list-version-unknown");
        given(found(NORWAY, null, "KPi.001"))
                .when(propose(analyst()))
                .recorded(proposed(FILING, "staff-screening-analyst"));
    }

    @Test
    void indicators_are_known_ones_and_for_paragraph_8() {
        given(clearedOnParagraph8())
                .when(paragraph8(List.of(new IndicatorFinding("ITW-XX-99", "Seen.")), null))
                .forbidden("indicator-unknown");
        given(clearedOnParagraph8())
                .when(paragraph8(List.of(INDICATOR, INDICATOR), null))
                .malformed("indicators[1].code");
        given(HITS).when(paragraph8(List.of(INDICATOR), null)).forbidden("indicators-not-for-question");
    }

    @Test
    void nationalities_are_codes() {
        given(clearedOnParagraph8())
                .when(paragraph8(List.of(), new Nationality("Korea", null, null)))
                .malformed("nationality");
        given(clearedOnParagraph8())
                .when(paragraph8(List.of(), new Nationality(null, null, null)))
                .malformed("nationality");
    }

    @Test
    void a_verdict_is_valid_until_today_at_least() {
        given(HITS).when(until(TODAY.minusDays(1))).malformed("validUntil");
        given(HITS)
                .when(until(TODAY))
                .recorded(new ScreeningVerdictProposed(
                        NORWAY,
                        FILING,
                        Disposition.FALSE_POSITIVE,
                        List.of(verdict("KPi.001", Disposition.FALSE_POSITIVE)),
                        null,
                        null,
                        null,
                        List.of(),
                        "staff-screening-analyst",
                        null,
                        TODAY));
    }

    @Test
    void a_verdict_replaces_one_of_the_same_state_that_stands() {
        Object before = hits(NORWAY, OTHER_FILING, "0.9");
        Object stands = new ScreeningVerdictConfirmed(NORWAY, OTHER_FILING, Disposition.TRUE_MATCH, "a", "b", null);
        Object reopened = new ScreeningReopened(
                NORWAY, OTHER_FILING, ReopeningCause.SUBJECT_CHANGE, null, List.of(), "another passport");
        Object ofSweden = hits(SWEDEN, OTHER_FILING, "0.9");
        Object inSweden = new ScreeningVerdictConfirmed(SWEDEN, OTHER_FILING, Disposition.TRUE_MATCH, "a", "b", null);

        given(HITS, before, proposed(OTHER_FILING, "a"), stands)
                .when(superseding(OTHER_FILING))
                .recorded(replacing());
        for (Object[] others : new Object[][] {
            {HITS},
            {HITS, before},
            {HITS, before, proposed(OTHER_FILING, "a")},
            {HITS, before, proposed(OTHER_FILING, "a"), stands, reopened},
            {HITS, ofSweden, inSweden}
        }) {
            given(others).when(superseding(OTHER_FILING)).forbidden("superseded-verdict-not-standing");
        }
        given(clearedOnParagraph8(), before, proposed(OTHER_FILING, "a"), stands)
                .when(superseding(OTHER_FILING))
                .forbidden("superseded-verdict-differs");
    }

    @Test
    void plain_personal_data_in_a_rationale_is_refused() {
        given(HITS)
                .when(command(analyst(), null, List.of(), whole("Passport PS836410105"), List.of(), null, null))
                .forbidden("plain-personal-data");
        given(HITS)
                .when(on(List.of(
                        new CandidateVerdict("KPi.001", Disposition.TRUE_MATCH, "SAME", "Passport PS836410105"))))
                .forbidden("plain-personal-data");
    }
}

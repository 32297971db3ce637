package org.stele.command.screening.proposeverdict;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.DIGEST;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.SETTINGS;
import static org.stele.command.testing.Samples.SUBJECT;
import static org.stele.command.testing.Samples.cleared;
import static org.stele.command.testing.Samples.hits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.command.entry.CommandContext;
import org.stele.command.screening.proposeverdict.ProposeVerdict.WholeVerdict;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.IndicatorFinding;
import org.stele.events.screening.Nationality;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

class ProposeVerdictTest extends SliceTest {

    private static final Object HITS = hits(NORWAY, FILING, "0.9");
    private static final WholeVerdict OTHER_PERSON =
            new WholeVerdict(Disposition.FALSE_POSITIVE, "OTHER_PERSON", "Another one.");
    private static final Object CONFIRMED =
            new ScreeningVerdictConfirmed(NORWAY, FILING, Disposition.FALSE_POSITIVE, "a", "b");
    private static final IndicatorFinding INDICATOR = new IndicatorFinding("ITW-ID-01", "Two birthplaces.");

    ProposeVerdictTest() {
        super(ProposeVerdictSlice.module(DIGEST::equals));
    }

    @Test
    void an_analyst_proposes_a_verdict_on_the_only_candidate() {
        given(HITS).when(propose(analyst())).recorded(proposed(FILING, "staff-screening-analyst"));
    }

    @ParameterizedTest
    @CsvSource({
        "FALSE_POSITIVE, FALSE_POSITIVE, FALSE_POSITIVE",
        "FALSE_POSITIVE, INCONCLUSIVE, INCONCLUSIVE",
        "INCONCLUSIVE, TRUE_MATCH, TRUE_MATCH",
        "TRUE_MATCH, FALSE_POSITIVE, TRUE_MATCH"
    })
    void the_disposition_follows_from_those_of_the_candidates(
            Disposition first, Disposition second, Disposition whole) {
        CandidateVerdict one = verdict("KPi.001", first);
        CandidateVerdict two = verdict("KPi.002", second);

        given(found(NORWAY, DIGEST, "KPi.001", "KPi.002"))
                .when(on(List.of(two, one)))
                .recorded(proposed(whole, List.of(one, two)));
    }

    @Test
    void every_candidate_gets_one_verdict() {
        CandidateVerdict one = verdict("KPi.001", Disposition.FALSE_POSITIVE);
        Object two = found(NORWAY, DIGEST, "KPi.001", "KPi.002");

        given(two).when(on(List.of(one))).forbidden("candidates-undecided");
        given(two).when(propose(analyst())).forbidden("candidates-undecided");
        given(two).when(on(List.of(one, one))).forbidden("candidate-repeated");
        given(HITS)
                .when(on(List.of(verdict("KPi.009", Disposition.TRUE_MATCH))))
                .forbidden("candidate-unknown");
    }

    @Test
    void without_hits_there_is_no_verdict_on_designation() {
        given(cleared(NORWAY, FILING)).when(propose(analyst())).tooLateOrEarly("screening-without-hits");
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
    void before_there_is_a_result_there_is_no_verdict() {
        given(new ScreeningRequested(
                        NORWAY, FILING, SUBJECT, SubjectKind.PERSON, Question.PARAGRAPH_8, Trigger.PERIODIC))
                .when(propose(analyst()))
                .tooLateOrEarly("screening-without-result");
        given(new ScreeningFailed(NORWAY, FILING, SUBJECT, "TIMEOUT", null))
                .when(propose(analyst()))
                .tooLateOrEarly("screening-without-result");
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
        Object stands = new ScreeningVerdictConfirmed(NORWAY, OTHER_FILING, Disposition.TRUE_MATCH, "a", "b");
        Object reopened = new ScreeningReopened(
                NORWAY, OTHER_FILING, ReopeningCause.SUBJECT_CHANGE, null, List.of(), "another passport");
        Object ofSweden = hits(SWEDEN, OTHER_FILING, "0.9");
        Object inSweden = new ScreeningVerdictConfirmed(SWEDEN, OTHER_FILING, Disposition.TRUE_MATCH, "a", "b");

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
    void one_verdict_waits_at_a_time() {
        given(HITS, proposed(FILING, "a")).when(propose(analyst())).tooLateOrEarly("verdict-already-proposed");
    }

    @Test
    void a_returned_verdict_is_proposed_again() {
        given(HITS, proposed(FILING, "a"), new ScreeningVerdictReturned(NORWAY, FILING, "a", "b", "too short"))
                .when(propose(analyst()))
                .recorded(proposed(FILING, "staff-screening-analyst"));
    }

    @Test
    void a_confirmed_verdict_stands_until_the_screening_is_reopened() {
        given(HITS, proposed(FILING, "a"), CONFIRMED)
                .when(propose(analyst()))
                .tooLateOrEarly("verdict-already-confirmed");
        given(
                        HITS,
                        proposed(FILING, "a"),
                        CONFIRMED,
                        new ScreeningReopened(
                                NORWAY, FILING, ReopeningCause.SUBJECT_CHANGE, null, List.of(), "another passport"))
                .when(propose(analyst()))
                .recorded(proposed(FILING, "staff-screening-analyst"));
    }

    @Test
    void another_screening_does_not_count() {
        given(HITS, proposed(OTHER_FILING, "a"))
                .when(propose(analyst()))
                .recorded(proposed(FILING, "staff-screening-analyst"));
        given(hits(NORWAY, OTHER_FILING, "0.9")).when(propose(analyst())).notFound();
    }

    @Test
    void the_screening_of_another_state_is_not_found() {
        given(HITS).when(propose(People.of(Role.SCREENING_ANALYST, SWEDEN))).notFound();
    }

    @Test
    void only_an_analyst_proposes() {
        given(HITS).when(propose(People.of(Role.SCREENING_REVIEWER, NORWAY))).notAllowed();
        given(HITS).when(propose(signatory())).notAllowed();
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

    private static CommandContext analyst() {
        return People.of(Role.SCREENING_ANALYST, NORWAY);
    }

    private static WholeVerdict whole(String rationale) {
        return new WholeVerdict(Disposition.TRUE_MATCH, "SAME", rationale);
    }

    private static ProposeVerdict propose(CommandContext entry) {
        return command(entry, null, List.of(), OTHER_PERSON, List.of(), null, null);
    }

    private static ProposeVerdict on(List<CandidateVerdict> candidates) {
        return command(analyst(), null, candidates, null, List.of(), null, null);
    }

    private static ProposeVerdict paragraph8(List<IndicatorFinding> indicators, @Nullable Nationality nationality) {
        return command(analyst(), null, List.of(), OTHER_PERSON, indicators, nationality, null);
    }

    private static ProposeVerdict until(LocalDate day) {
        return command(analyst(), null, List.of(), OTHER_PERSON, List.of(), null, day);
    }

    private static ProposeVerdict superseding(FilingId other) {
        return command(analyst(), other, List.of(), OTHER_PERSON, List.of(), null, null);
    }

    private static ProposeVerdict command(
            CommandContext entry,
            @Nullable FilingId supersedes,
            List<CandidateVerdict> candidates,
            @Nullable WholeVerdict whole,
            List<IndicatorFinding> indicators,
            @Nullable Nationality nationality,
            @Nullable LocalDate validUntil) {
        return new ProposeVerdict(
                entry,
                new VerdictScreenings(FILING, supersedes),
                candidates,
                whole,
                nationality,
                indicators,
                validUntil);
    }

    private static CandidateVerdict verdict(String entry, Disposition disposition) {
        return new CandidateVerdict(entry, disposition, "OTHER_PERSON", "Another one.");
    }

    private static ScreeningVerdictProposed proposed(Disposition whole, List<CandidateVerdict> candidates) {
        return new ScreeningVerdictProposed(
                NORWAY, FILING, whole, candidates, null, null, null, List.of(), "staff-screening-analyst", null, null);
    }

    private static ScreeningVerdictProposed replacing() {
        return new ScreeningVerdictProposed(
                NORWAY,
                FILING,
                Disposition.FALSE_POSITIVE,
                List.of(verdict("KPi.001", Disposition.FALSE_POSITIVE)),
                null,
                null,
                null,
                List.of(),
                "staff-screening-analyst",
                OTHER_FILING,
                null);
    }

    private static ScreeningVerdictProposed proposed(FilingId id, String analyst) {
        return new ScreeningVerdictProposed(
                NORWAY,
                id,
                Disposition.FALSE_POSITIVE,
                List.of(verdict("KPi.001", Disposition.FALSE_POSITIVE)),
                null,
                null,
                null,
                List.of(),
                analyst,
                null,
                null);
    }

    private static ScreeningHitsRecorded found(MemberState state, @Nullable Sha256Digest list, String... entries) {
        return new ScreeningHitsRecorded(
                state,
                FILING,
                SUBJECT,
                SubjectKind.PERSON,
                Question.DESIGNATION,
                Trigger.ONBOARDING,
                Screener.STELE,
                list,
                SETTINGS,
                Arrays.stream(entries)
                        .map(entry -> new Candidate(entry, null, new BigDecimal("0.8"), true, new TreeMap<>()))
                        .toList(),
                List.of());
    }

    private static ScreeningClearedWithoutHit clearedOnParagraph8() {
        return new ScreeningClearedWithoutHit(
                NORWAY,
                FILING,
                SUBJECT,
                SubjectKind.PERSON,
                Question.PARAGRAPH_8,
                Trigger.ONBOARDING,
                Screener.STELE,
                null,
                SETTINGS,
                List.of(),
                List.of());
    }
}

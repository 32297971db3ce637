package org.stele.command.screening.proposeverdict;

import static org.stele.command.screening.proposeverdict.VerdictSamples.CONFIRMED;
import static org.stele.command.screening.proposeverdict.VerdictSamples.HITS;
import static org.stele.command.screening.proposeverdict.VerdictSamples.analyst;
import static org.stele.command.screening.proposeverdict.VerdictSamples.found;
import static org.stele.command.screening.proposeverdict.VerdictSamples.on;
import static org.stele.command.screening.proposeverdict.VerdictSamples.propose;
import static org.stele.command.screening.proposeverdict.VerdictSamples.proposed;
import static org.stele.command.screening.proposeverdict.VerdictSamples.verdict;
import static org.stele.command.screening.proposeverdict.VerdictSamples.whole;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.DIGEST;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.SUBJECT;
import static org.stele.command.testing.Samples.cleared;
import static org.stele.command.testing.Samples.hits;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.Role;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictReturned;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

class ProposeVerdictTest extends SliceTest {

    ProposeVerdictTest() {
        super(ProposeVerdictSlice.module(DIGEST::equals, (_, decided, _) -> decided));
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
    void one_verdict_waits_at_a_time() {
        given(HITS, proposed(FILING, "a")).when(propose(analyst())).tooLateOrEarly("verdict-already-proposed");
    }

    @Test
    void a_returned_verdict_is_proposed_again() {
        given(HITS, proposed(FILING, "a"), new ScreeningVerdictReturned(NORWAY, FILING, "a", "b", "too short", null))
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
}

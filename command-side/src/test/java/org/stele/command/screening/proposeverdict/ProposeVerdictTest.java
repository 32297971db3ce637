package org.stele.command.screening.proposeverdict;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.cleared;
import static org.stele.command.testing.Samples.hits;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;

class ProposeVerdictTest extends SliceTest {

    private static final Object HITS = hits(NORWAY, FILING, "0.9");

    ProposeVerdictTest() {
        super(new ProposeVerdictSlice().proposeVerdict());
    }

    @Test
    void an_analyst_proposes_a_verdict_on_hits() {
        given(HITS).when(propose(analyst())).recorded(proposed(FILING, "staff-screening-analyst"));
    }

    @Test
    void without_hits_there_is_no_verdict() {
        given(cleared(NORWAY, FILING)).when(propose(analyst())).tooLateOrEarly("screening-without-hits");
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
        ScreeningVerdictConfirmed confirmed =
                new ScreeningVerdictConfirmed(NORWAY, FILING, Disposition.FALSE_POSITIVE, "a", "b");

        given(HITS, proposed(FILING, "a"), confirmed)
                .when(propose(analyst()))
                .tooLateOrEarly("verdict-already-confirmed");
        given(
                        HITS,
                        proposed(FILING, "a"),
                        confirmed,
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
    void plain_personal_data_in_the_rationale_is_refused() {
        given(HITS)
                .when(new ProposeVerdict(
                        analyst(), FILING, Disposition.TRUE_MATCH, "SAME", "Passport PS836410105", null, null))
                .forbidden("plain-personal-data");
    }

    private static CommandContext analyst() {
        return People.of(Role.SCREENING_ANALYST, NORWAY);
    }

    private static ProposeVerdict propose(CommandContext entry) {
        return new ProposeVerdict(
                entry, FILING, Disposition.FALSE_POSITIVE, "OTHER_PERSON", "Another one.", null, null);
    }

    private static ScreeningVerdictProposed proposed(FilingId id, String analyst) {
        return new ScreeningVerdictProposed(
                NORWAY,
                id,
                Disposition.FALSE_POSITIVE,
                List.of(),
                "OTHER_PERSON",
                "Another one.",
                null,
                List.of(),
                analyst,
                null,
                null);
    }
}

package org.stele.command.screening.returnverdict;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
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
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;

class ReturnVerdictTest extends SliceTest {

    private static final Object HITS = hits(NORWAY, FILING, "0.9");

    ReturnVerdictTest() {
        super(new ReturnVerdictSlice().returnVerdict());
    }

    @Test
    void a_reviewer_who_is_not_the_analyst_decides() {
        given(HITS, proposed(FILING, "a")).when(giveBack(reviewer())).recorded(returned());
    }

    @Test
    void the_analyst_may_not_decide_in_another_role() {
        given(HITS, proposed(FILING, "staff-screening-reviewer"))
                .when(giveBack(reviewer()))
                .forbidden("four-eyes");
        given(HITS, proposed(FILING, "Staff-Screening-Reviewer"))
                .when(giveBack(reviewer()))
                .forbidden("four-eyes");
    }

    @Test
    void without_a_proposal_there_is_nothing_to_decide() {
        given(HITS).when(giveBack(reviewer())).tooLateOrEarly("no-verdict-proposed");
        given(cleared(NORWAY, FILING)).when(giveBack(reviewer())).tooLateOrEarly("no-verdict-proposed");
    }

    @Test
    void a_proposal_is_decided_on_once() {
        given(HITS, proposed(FILING, "a"), new ScreeningVerdictReturned(NORWAY, FILING, "a", "b", "too short", null))
                .when(giveBack(reviewer()))
                .tooLateOrEarly("no-verdict-proposed");
        given(
                        HITS,
                        proposed(FILING, "a"),
                        new ScreeningVerdictConfirmed(NORWAY, FILING, Disposition.TRUE_MATCH, "a", "b", null))
                .when(giveBack(reviewer()))
                .tooLateOrEarly("no-verdict-proposed");
    }

    @Test
    void another_screening_does_not_count() {
        given(HITS, hits(NORWAY, OTHER_FILING, "0.9"), proposed(OTHER_FILING, "a"))
                .when(giveBack(reviewer()))
                .tooLateOrEarly("no-verdict-proposed");
    }

    @Test
    void the_screening_of_another_state_is_not_found() {
        given(HITS, proposed(FILING, "a"))
                .when(giveBack(People.of(Role.SCREENING_REVIEWER, SWEDEN)))
                .notFound();
    }

    @Test
    void only_a_reviewer_decides() {
        given(HITS, proposed(FILING, "a"))
                .when(giveBack(People.of(Role.SCREENING_ANALYST, NORWAY)))
                .notAllowed();
    }

    private static CommandContext reviewer() {
        return People.of(Role.SCREENING_REVIEWER, NORWAY);
    }

    private static ReturnVerdict giveBack(CommandContext entry) {
        return new ReturnVerdict(entry, FILING, "too short");
    }

    private static ScreeningVerdictReturned returned() {
        return new ScreeningVerdictReturned(NORWAY, FILING, "a", "staff-screening-reviewer", "too short", null);
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

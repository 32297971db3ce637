package org.stele.command.screening.reopenscreenings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.Samples.DIGEST;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.screening.reopenscreenings.ReopenScreenings.LostVerdict;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;

class ReopenScreeningsTest extends SliceTest {

    private static final FilingId THIRD_FILING = FilingId.parse("a7e57a70-0000-4000-8000-000000000003");

    ReopenScreeningsTest() {
        super(new ReopenScreeningsSlice().reopenScreenings());
    }

    @Test
    void a_confirmed_verdict_is_reopened_once() {
        given(confirmed(FILING)).when(reopen(lost(FILING, 1))).recorded(reopened(FILING));
        given(confirmed(FILING), reopened(FILING))
                .when(reopen(lost(FILING, 1)))
                .tooLateOrEarly("verdict-not-confirmed");
    }

    @Test
    void a_verdict_that_was_confirmed_again_is_another_one() {
        Object[] again = {confirmed(FILING), reopened(FILING), confirmed(FILING)};

        given(again).when(reopen(lost(FILING, 1))).tooLateOrEarly("verdict-not-confirmed");
        given(again).when(reopen(lost(FILING, 2))).recorded(reopened(FILING));
        given(confirmed(FILING)).when(reopen(lost(FILING, 2))).tooLateOrEarly("verdict-not-confirmed");
    }

    @Test
    void a_verdict_that_another_replaced_does_not_stand() {
        given(confirmed(FILING), confirmed(NORWAY, OTHER_FILING, FILING))
                .when(reopen(lost(FILING, 1)))
                .tooLateOrEarly("verdict-not-confirmed");
        given(confirmed(FILING), confirmed(NORWAY, OTHER_FILING, THIRD_FILING))
                .when(reopen(lost(FILING, 1)))
                .recorded(reopened(FILING));
    }

    @Test
    void of_several_those_that_stand_are_reopened_in_their_order() {
        given(confirmed(OTHER_FILING), confirmed(THIRD_FILING), reopened(THIRD_FILING), confirmed(FILING))
                .when(reopen(lost(FILING, 1), lost(THIRD_FILING, 1), lost(OTHER_FILING, 1)))
                .recordedAll(List.of(reopened(FILING), reopened(OTHER_FILING)));
    }

    @Test
    void without_a_confirmed_verdict_nothing_is_reopened() {
        given().when(reopen(lost(FILING, 1))).tooLateOrEarly("verdict-not-confirmed");
        given(confirmed(OTHER_FILING)).when(reopen(lost(FILING, 1))).tooLateOrEarly("verdict-not-confirmed");
    }

    @Test
    void for_a_state_none_of_another_is_reopened() {
        given(confirmed(SWEDEN, FILING, null), confirmed(OTHER_FILING))
                .when(reopen(People.of(Role.SCREENING_ANALYST, NORWAY), lost(FILING, 1), lost(OTHER_FILING, 1)))
                .recorded(reopened(OTHER_FILING));
    }

    @Test
    void a_command_has_one_verdict_at_least_and_no_more_than_the_limit() {
        reopen(Collections.nCopies(ReopenScreenings.MAX_VERDICTS, lost(FILING, 1))
                .toArray(LostVerdict[]::new));

        assertThatThrownBy(ReopenScreeningsTest::reopen).hasMessageContaining("got 0");
        assertThatThrownBy(() -> reopen(Collections.nCopies(ReopenScreenings.MAX_VERDICTS + 1, lost(FILING, 1))
                        .toArray(LostVerdict[]::new)))
                .hasMessageContaining("got 501");
    }

    private static ReopenScreenings reopen(LostVerdict... lost) {
        return reopen(registrar(), lost);
    }

    private static ReopenScreenings reopen(CommandContext entry, LostVerdict... lost) {
        return new ReopenScreenings(entry, ReopeningCause.LIST_CHANGE, DIGEST, Arrays.asList(lost));
    }

    private static LostVerdict lost(FilingId id, int confirmation) {
        return new LostVerdict(id, confirmation, List.of("KPi.001"), "Amended.");
    }

    private static ScreeningReopened reopened(FilingId id) {
        return new ScreeningReopened(NORWAY, id, ReopeningCause.LIST_CHANGE, DIGEST, List.of("KPi.001"), "Amended.");
    }

    private static ScreeningVerdictConfirmed confirmed(FilingId id) {
        return confirmed(NORWAY, id, null);
    }

    private static ScreeningVerdictConfirmed confirmed(MemberState state, FilingId id, @Nullable FilingId supersedes) {
        return new ScreeningVerdictConfirmed(state, id, Disposition.FALSE_POSITIVE, "a", "b", supersedes);
    }
}

package org.stele.statefile.inview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.statefile.OneState;
import org.stele.statefile.Says;
import org.stele.statefile.StateFile;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.status.StateView;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class RemainingHistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

    @Test
    void it_says_for_every_state_and_day_what_a_view_of_that_day_says() {
        Map<MemberState, StateFile> files = StateFiles.in(StateFiles.tables());

        files.values().stream()
                .filter(file -> !file.attestations().isEmpty())
                .forEach(RemainingHistoryTest::equalsTheViewOfEachDay);
    }

    @Test
    void a_later_end_adds_steps_and_changes_none() {
        StateFile russia =
                StateFiles.in(StateFiles.tables()).getOrDefault(MemberState.RUS, StateFile.empty(MemberState.RUS));

        List<RemainingHistory.Step> early = RemainingHistory.of(russia, LocalDate.of(2019, 12, 22));

        assertThat(early).containsExactly(new RemainingHistory.Step(LocalDate.of(2019, 3, 6), 11_490L, true));
        assertThat(RemainingHistory.of(russia, LAST)).startsWith(early.toArray(RemainingHistory.Step[]::new));
    }

    @Test
    void amendments_withdrawals_and_figures_of_a_later_day_are_followed() {
        FilingId first = OneState.id(1);
        OneState poland = new OneState()
                .submitted(first, ObligationId.REP_MID, Says.remaining(100))
                .received(first, 1, "2019-03-01")
                .amended(first, 2, Says.remaining(60))
                .received(first, 2, "2019-05-01/2019-05-31")
                .finalReport("2020-01-10", Says.remaining(7).asOf("2020-02"))
                .withdrawn(first, "2020-01-20");
        StateFile file = StateFile.empty(OneState.STATE).evolve(poland.events());

        equalsTheViewOfEachDay(file);
        assertThat(RemainingHistory.of(file, LAST))
                .containsExactly(
                        new RemainingHistory.Step(LocalDate.of(2019, 3, 1), 100L, false),
                        new RemainingHistory.Step(LocalDate.of(2019, 5, 31), 60L, false),
                        new RemainingHistory.Step(LocalDate.of(2020, 1, 20), null, false),
                        new RemainingHistory.Step(LocalDate.of(2020, 2, 29), 7L, false));
    }

    private static void equalsTheViewOfEachDay(StateFile file) {
        List<RemainingHistory.Step> steps = RemainingHistory.of(file, LAST);
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            RemainingFigure slow = StateView.of(file, day, day).repatriation().remaining();

            assertThat(at(steps, day))
                    .as("%s on %s", file.memberState(), day)
                    .isEqualTo(slow == null ? null : Long.valueOf(slow.count()));
        }
    }

    private static @Nullable Long at(List<RemainingHistory.Step> steps, LocalDate day) {
        Long persons = null;
        for (RemainingHistory.Step step : steps) {
            if (!step.knownFrom().isAfter(day)) {
                persons = step.persons();
            }
        }
        return persons;
    }
}

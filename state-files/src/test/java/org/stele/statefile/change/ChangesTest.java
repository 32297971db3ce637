package org.stele.statefile.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.events.Audience;
import org.stele.statefile.OneState;
import org.stele.statefile.Says;
import org.stele.statefile.StateFile;
import org.stele.statefile.change.Cause.Kind;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.lens.Lens;
import org.stele.statefile.status.StateView;

/** Between two views everything that differs is named, and has a cause. */
class ChangesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 6, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int VIEWS = 400;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_difference_between_any_two_views_has_a_cause(int drawn) {
        Random random = new Random(2397 + drawn);
        List<StateFile> files = StateFiles.in(Path.of("src/test/resources/views/drawn" + drawn)).values().stream()
                .filter(file -> file.lastPosition() > 0)
                .toList();
        int different = 0;
        for (int i = 0; i < VIEWS; i++) {
            StateFile head = files.get(random.nextInt(files.size()));
            Lens lens = new Lens(random.nextBoolean() ? Audience.AUDIT : Audience.PUBLIC);
            Seen from = seen(head, lens, random);
            Seen to = seen(head, lens, random);

            Changes changes = Changes.between(from.file(), from.view(), to.file(), to.view());

            if (!changes.differences().isEmpty()) {
                different++;
                assertThat(changes.isCaused())
                        .as("%s of %s: %s", i, head.memberState(), changes.differences())
                        .isTrue();
            }
        }
        assertThat(different).isGreaterThan(VIEWS / 4);
    }

    private record Seen(StateFile file, StateView view) {}

    private static Seen seen(StateFile head, Lens lens, Random random) {
        LocalDate knownOn = FIRST_DAY.plusDays(random.nextInt(1_800));
        LocalDate effectiveOn = random.nextBoolean() ? knownOn : FIRST_DAY.plusDays(random.nextInt(1_800));
        StateFile then = head.upTo(1 + random.nextLong(head.lastPosition()));
        StateFile file = lens.see(random.nextBoolean() ? then : head, head, knownOn, TODAY);
        return new Seen(file, StateView.of(file, effectiveOn, knownOn));
    }

    @Test
    void a_report_that_came_and_a_day_that_passed_are_the_causes() {
        StateFile file =
                new OneState().finalReport("2020-04-01", Says.remaining(3)).file();
        StateView before = StateView.of(file, LocalDate.of(2020, 3, 22), LocalDate.of(2020, 3, 22));
        StateView after = StateView.of(file, LocalDate.of(2020, 4, 1), LocalDate.of(2020, 4, 1));

        Changes changes = Changes.between(file, before, file, after);

        assertThat(changes.differences())
                .extracting(Difference::what)
                .contains("repatriation.status", "repatriation.remaining.count", "obligations.REP-FIN.status");
        assertThat(changes.entered())
                .extracting(Cause::kind)
                .contains(Kind.ATTESTATION, Kind.REPORT_KNOWN, Kind.REMAINING_FIGURE);
        assertThat(changes.left()).isEmpty();
        assertThat(changes.milestones()).extracting(Milestone::kind).contains(Milestone.Kind.DUE);
        assertThat(Changes.between(file, after, file, after).differences()).isEmpty();
    }
}

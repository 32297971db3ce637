package org.stele.statefile.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.statefile.StateFile;
import org.stele.statefile.status.Flag;
import org.stele.statefile.status.StateView;

/** What the evaluation with its indexes finds is what the obvious one finds, in files and views drawn from a seed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ObviousDiscrepanciesTest {

    private static final int FILES = 120;
    private static final int VIEWS = 8;

    /** Few days, a quarter, a year, three years. */
    @ParameterizedTest
    @CsvSource({"1, 6, 12", "2, 25, 40", "3, 60, 90", "4, 60, 400", "5, 150, 1100"})
    void both_find_the_same_in_any_view(long drawn, int records, int days) {
        long seed = Long.getLong("seed", 2397 + drawn);
        Random random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            StateFile file = DrawnFiles.next(random, 1 + random.nextInt(records), days);
            for (int j = 0; j < VIEWS; j++) {
                StateFile then = file.upTo(random.nextLong(file.lastPosition() + 1));
                LocalDate effectiveOn = DrawnFiles.FIRST_DAY.plusDays(random.nextInt(2 * days));
                LocalDate knownOn = DrawnFiles.FIRST_DAY.plusDays(random.nextInt(2 * days));

                assertThat(found(then, effectiveOn, knownOn))
                        .as("-Dseed=%s, file %s, view %s: %s, %s", seed, i, j, effectiveOn, knownOn)
                        .containsExactlyInAnyOrderElementsOf(ObviousDiscrepancies.of(then, effectiveOn, knownOn));
                assertThat(StateView.of(then, effectiveOn, knownOn).flags().contains(Flag.DISCREPANCY_OPEN))
                        .as("one is open; -Dseed=%s, file %s, view %s", seed, i, j)
                        .isEqualTo(StateView.of(then, effectiveOn, knownOn).discrepancies().stream()
                                .anyMatch(one -> one.status() == Discrepancy.Status.OPEN));
            }
        }
    }

    /** So many that movements of several days are halved, and days both looked up and searched for. */
    @ParameterizedTest
    @CsvSource({"6, 2000, 150", "7, 2000, 25000"})
    void both_find_the_same_in_large_files(long drawn, int records, int days) {
        Random random = new Random(Long.getLong("seed", 2397 + drawn));
        StateFile file = DrawnFiles.next(random, records, days);
        for (int j = 0; j < VIEWS; j++) {
            StateFile then = file.upTo(file.lastPosition() - random.nextLong(records));
            LocalDate effectiveOn = DrawnFiles.FIRST_DAY.plusDays(days / 2 + random.nextInt(2 * days));
            LocalDate knownOn = DrawnFiles.FIRST_DAY.plusDays(days / 2 + random.nextInt(2 * days));

            assertThat(found(then, effectiveOn, knownOn))
                    .as("view %s: %s, %s", j, effectiveOn, knownOn)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(ObviousDiscrepancies.of(then, effectiveOn, knownOn));
        }
    }

    @Test
    void the_drawn_files_have_a_discrepancy_of_each_code_that_is_compared() {
        Random random = new Random(2397);
        LocalDate last = LocalDate.of(2030, 1, 1);
        Set<DiscrepancyCode> codes = EnumSet.noneOf(DiscrepancyCode.class);
        for (int i = 0; i < FILES; i++) {
            StateFile file = DrawnFiles.next(random, 30, 400);
            StateView.of(file, last, last).discrepancies().forEach(one -> codes.add(one.code()));
        }

        assertThat(EnumSet.complementOf(EnumSet.copyOf(codes)))
                .containsExactlyInAnyOrder(
                        DiscrepancyCode.TRUE_MATCH_AGAINST_ZERO, DiscrepancyCode.SUBJECT_IN_TWO_STATES);
    }

    private static List<String> found(StateFile file, LocalDate effectiveOn, LocalDate knownOn) {
        return StateView.of(file, effectiveOn, knownOn).discrepancies().stream()
                .map(ObviousDiscrepanciesTest::line)
                .toList();
    }

    private static String line(Discrepancy one) {
        Discrepancy.Filing b = one.b();
        return one.code() + " " + one.a().id() + " " + (b == null ? null : b.id()) + " "
                + one.figures().entrySet().stream()
                        .map(figure -> figure.getKey() + "=" + figure.getValue())
                        .collect(Collectors.joining(" "));
    }
}

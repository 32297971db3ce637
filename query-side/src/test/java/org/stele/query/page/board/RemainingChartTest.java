package org.stele.query.page.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.MemberState;
import org.stele.query.page.TestFrames;
import org.stele.query.page.board.RemainingChart.Label;
import org.stele.query.page.board.RemainingSeries.Change;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class RemainingChartTest {

    private static final LocalDate FROM = LocalDate.of(2017, 12, 22);
    private static final LocalDate TO = LocalDate.of(2020, 6, 1);

    @Test
    void the_sum_is_of_the_last_figure_of_each_state() {
        RemainingSeries series = series(
                TO,
                change("2019-03-06", MemberState.RUS, 11_490L),
                change("2019-03-20", MemberState.POL, 37L),
                change("2020-03-20", MemberState.RUS, 511L));

        assertThat(series.points().stream().map(RemainingSeries.Point::sum)).containsExactly(11_490L, 11_527L, 548L);
        assertThat(series.points().getLast().statesCount()).isEqualTo(2);
    }

    @Test
    void what_came_to_be_known_later_is_not_in_the_series() {
        assertThat(series(LocalDate.of(2019, 3, 5), change("2019-03-06", MemberState.RUS, 11_490L))
                        .isEmpty())
                .isTrue();
        assertThat(series(LocalDate.of(2019, 3, 6), change("2019-03-06", MemberState.RUS, 11_490L))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void a_figure_that_no_longer_stands_is_not_zero_but_absent() {
        RemainingSeries series =
                series(TO, change("2019-03-06", MemberState.RUS, 11_490L), change("2019-04-01", MemberState.RUS, null));

        assertThat(series.points().getLast().statesCount()).isZero();
    }

    @Test
    void no_label_lies_on_another_for_any_span_and_width() {
        for (int width : new int[] {300, 358, 620, 1040}) {
            for (int months = 0; months < 200; months += 3) {
                RemainingSeries series =
                        series(FROM.plusMonths(months), change("2017-12-22", MemberState.RUS, 1_234_567L));

                RemainingChart chart = chart(series, width);

                assertThat(chart.days()).isNotEmpty();
                apart(chart.days());
                assertThat(chart.days()).allMatch(label -> label.startsAt() >= 0 && label.endsAt() <= width);
                assertThat(chart.deadline().startsAt()).isNotNegative();
                assertThat(chart.deadline().endsAt()).isLessThanOrEqualTo(width);
                assertThat(chart.values()).allMatch(label -> label.startsAt() >= 0);
            }
        }
    }

    @Test
    void values_are_round_whole_and_reach_above_the_greatest() {
        for (long greatest : new long[] {0, 1, 2, 3, 7, 99, 100, 101, 11_643, 9_999_999}) {
            RemainingChart chart = chart(series(TO, change("2019-03-06", MemberState.RUS, greatest)), 620);

            assertThat(chart.values()).hasSizeBetween(2, 6);
            assertThat(chart.last().y()).isBetween((double) chart.plot().top(), (double)
                    chart.plot().bottom());
            apartDownwards(chart.values());
        }
    }

    @Test
    void the_line_is_made_of_steps_and_ends_where_the_view_does() {
        RemainingChart chart = chart(
                series(
                        LocalDate.of(2019, 6, 1),
                        change("2018-06-01", MemberState.RUS, 100L),
                        change("2019-01-01", MemberState.POL, 50L)),
                620);

        assertThat(chart.line()).matches("M[\\d.]+,[\\d.]+H[\\d.]+V[\\d.]+H[\\d.]+");
        assertThat(chart.last().x()).isLessThan(chart.deadline().x());
    }

    private static void apart(List<Label> labels) {
        for (int i = 1; i < labels.size(); i++) {
            assertThat(labels.get(i).startsAt()).isGreaterThan(labels.get(i - 1).endsAt());
        }
    }

    private static void apartDownwards(List<Label> labels) {
        for (int i = 1; i < labels.size(); i++) {
            assertThat(labels.get(i - 1).y() - labels.get(i).y()).isGreaterThan(14);
        }
    }

    private static RemainingChart chart(RemainingSeries series, int width) {
        return requireNonNull(RemainingChart.of(series, width, 320, TestFrames.ENGLISH));
    }

    private static RemainingSeries series(LocalDate to, Change... changes) {
        return RemainingSeries.of(FROM, to, List.of(changes));
    }

    private static Change change(String day, MemberState state, @Nullable Long persons) {
        return new Change(LocalDate.parse(day), state, persons, false);
    }
}

package org.stele.query.page.statefile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.query.page.AxisScale;
import org.stele.query.page.board.RemainingChart;
import org.stele.web.page.Messages;

/**
 * A picture of what was filed: a bar for the period of each filing, and a mark for its receipt. The table below it has
 * the same data and the day of recording.
 *
 * @param deadline the deadline's place on the axis
 */
public record Timeline(
        int width, int height, int left, int bottom, List<Lane> lanes, List<Tick> ticks, double deadline) {

    private static final int WIDTH = 960;
    private static final int LEFT = 250;
    private static final int RIGHT = 14;
    private static final int TOP = 30;
    private static final int LANE = 30;
    private static final int LONGEST_NAME = 34;
    private static final int TICK_WIDTH = 76;

    /**
     * One filing's place.
     *
     * @param bar its period; null where it names none
     */
    public record Lane(String what, int y, @Nullable Span bar, Span received) {}

    /** From one place on the axis to another. */
    public record Span(double from, double to) {

        public double width() {
            return Math.max(to - from, 3);
        }

        public double middle() {
            return (from + to) / 2;
        }
    }

    /** A month on the axis. */
    public record Tick(double x, String text) {}

    public Timeline {
        lanes = List.copyOf(lanes);
        ticks = List.copyOf(ticks);
    }

    /** The picture of these; null when there are none. */
    static @Nullable Timeline of(List<TimelineItem> moments, Messages messages) {
        if (moments.isEmpty()) {
            return null;
        }
        LocalDate first = Stream.concat(
                        Stream.of(RemainingChart.DEADLINE), moments.stream().map(TimelineItem::first))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = Stream.concat(
                        Stream.of(RemainingChart.DEADLINE), moments.stream().map(TimelineItem::last))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new Axis(first, last).draw(moments, messages);
    }

    /** The range of days on the axis. */
    private record Axis(LocalDate first, LocalDate last) {

        Timeline draw(List<TimelineItem> moments, Messages messages) {
            List<Lane> lanes = new ArrayList<>();
            for (TimelineItem moment : moments) {
                lanes.add(lane(moment, TOP + LANE * lanes.size() + LANE / 2));
            }
            int bottom = TOP + LANE * lanes.size() + 4;
            return new Timeline(WIDTH, bottom + 28, LEFT, bottom, lanes, ticks(messages), x(RemainingChart.DEADLINE));
        }

        private Lane lane(TimelineItem moment, int y) {
            LocalDate from = moment.spokenFrom();
            LocalDate to = moment.spokenTo();
            Span bar = from == null || to == null ? null : new Span(x(from), x(to));
            Span received = new Span(
                    x(moment.received().firstDay()), x(moment.received().lastDay()));
            return new Lane(shortened(moment.what()), y, bar, received);
        }

        private List<Tick> ticks(Messages messages) {
            List<LocalDate> months = AxisScale.roundMonths(first, last, (WIDTH - LEFT - RIGHT) / TICK_WIDTH);
            return months.stream()
                    .map(day -> new Tick(x(day), messages.month(YearMonth.from(day))))
                    .filter(tick -> tick.x() + TICK_WIDTH / 2.0 <= WIDTH)
                    .toList();
        }

        private double x(LocalDate day) {
            double all = Math.max(1, ChronoUnit.DAYS.between(first, last));
            double x = LEFT + (WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(first, day) / all;
            return Math.round(x * 10) / 10.0;
        }

        private static String shortened(String what) {
            return what.length() <= LONGEST_NAME ? what : what.substring(0, LONGEST_NAME - 1) + "…";
        }
    }
}

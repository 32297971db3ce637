package org.stele.query.page.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.events.ObligationId;
import org.stele.query.page.AxisScale;
import org.stele.query.page.board.RemainingSeries.Point;
import org.stele.web.page.Messages;

/**
 * A step line laid out for one width: every text has its place, and no two texts overlap.
 *
 * @param line path data of the line; it ends with the view, which may be before the axis ends
 * @param deadlineX where the deadline crosses the axis
 * @param deadline its label: beside the line, or above it where there is no room
 * @param last the end of the line, with its figure
 */
public record RemainingChart(
        int width,
        int height,
        Box plot,
        List<Label> values,
        List<Label> days,
        String line,
        String area,
        double deadlineX,
        Label deadline,
        Label last) {

    /** The day by which repatriation was due (S/RES/2397, para. 8). */
    public static final LocalDate DEADLINE = Objects.requireNonNull(ObligationId.REPAT.dueOn());

    private static final int TEXT_WIDTH = 7;
    private static final int LABEL_GAP = 18;

    /** A rectangle. */
    public record Box(int left, int top, int right, int bottom) {
        public int width() {
            return right - left;
        }

        public int height() {
            return bottom - top;
        }
    }

    /** A text at a place, and its alignment there: {@code start}, {@code middle} or {@code end}. */
    public record Label(double x, double y, String text, String anchor) {

        /** Where it begins, by a generous estimate of its width. */
        double startsAt() {
            double width = text.length() * (double) TEXT_WIDTH;
            return switch (anchor) {
                case "start" -> x;
                case "end" -> x - width;
                default -> x - width / 2;
            };
        }

        double endsAt() {
            return startsAt() + text.length() * (double) TEXT_WIDTH;
        }
    }

    public RemainingChart {
        values = List.copyOf(values);
        days = List.copyOf(days);
    }

    /** The chart of a series with at least one point; null when it has none. */
    public static @Nullable RemainingChart of(RemainingSeries series, int width, int height, Messages messages) {
        return series.isEmpty() ? null : new Drawing(series, width, height, messages).draw();
    }

    /** Computes the places of one chart. */
    private static final class Drawing {

        private final RemainingSeries series;
        private final int width;
        private final int height;
        private final Messages messages;
        private final List<Long> rounds;
        private final Box plot;
        private final LocalDate axisEnd;

        Drawing(RemainingSeries series, int width, int height, Messages messages) {
            this.series = series;
            this.width = width;
            this.height = height;
            this.messages = messages;
            long greatest = series.points().stream().mapToLong(Point::sum).max().orElse(0);
            rounds = AxisScale.roundValues(greatest, 4);
            int left = messages.number(rounds.getLast()).length() * TEXT_WIDTH + 14;
            plot = new Box(left, 38, width - 14, height - 32);
            axisEnd = series.to().isAfter(DEADLINE) ? series.to() : DEADLINE;
        }

        RemainingChart draw() {
            String line = line();
            String area = "%sV%sH%sZ"
                    .formatted(
                            line,
                            plot.bottom(),
                            tenth(x(series.points().getFirst().day())));
            return new RemainingChart(
                    width, height, plot, values(), days(), line, area, x(DEADLINE), deadline(), last());
        }

        private String line() {
            StringBuilder path = new StringBuilder();
            for (Point point : series.points()) {
                String x = tenth(x(point.day()));
                String y = tenth(y(point.sum()));
                path.append(path.isEmpty() ? "M%s,%s".formatted(x, y) : "H%sV%s".formatted(x, y));
            }
            return path.append('H').append(tenth(x(series.to()))).toString();
        }

        private List<Label> values() {
            return rounds.stream()
                    .map(value -> new Label(plot.left() - 8, y(value), messages.number(value), "end"))
                    .toList();
        }

        private List<Label> days() {
            int labelWidth = messages.month(YearMonth.from(series.from())).length() * TEXT_WIDTH + LABEL_GAP;
            List<LocalDate> rounds =
                    AxisScale.roundMonths(series.from(), axisEnd, Math.max(1, plot.width() / labelWidth));
            boolean onlyYears = rounds.stream().allMatch(day -> day.getMonthValue() == 1);
            return rounds.stream()
                    .map(day -> new Label(x(day), plot.bottom() + 20, name(day, onlyYears), "middle"))
                    .filter(label -> label.startsAt() >= 0 && label.endsAt() <= width)
                    .toList();
        }

        private String name(LocalDate day, boolean onlyYears) {
            return onlyYears ? Integer.toString(day.getYear()) : messages.month(YearMonth.from(day));
        }

        private Label deadline() {
            double x = x(DEADLINE);
            String text = messages.text("board.chart.deadline", messages.date(DEADLINE));
            double half = text.length() * TEXT_WIDTH / 2.0 + LABEL_GAP / 2.0;
            Label beside = new Label(x, plot.top() - 12, text, x > width / 2.0 ? "end" : "start");
            boolean fits = beside.startsAt() >= LABEL_GAP && beside.endsAt() <= width - LABEL_GAP;
            double within = Math.min(Math.max(x, half), width - half);
            return fits ? beside : new Label(within, plot.top() - 24, text, "middle");
        }

        private Label last() {
            Point end = series.points().getLast();
            double x = x(series.to());
            boolean roomOnTheRight = x + 70 < plot.right() && Math.abs(x - x(DEADLINE)) > 80;
            String sum = messages.number(end.sum());
            String text = end.derivedCount() == 0 ? sum : messages.text("derived-mark", sum);
            return new Label(x, y(end.sum()), text, roomOnTheRight ? "start" : "end");
        }

        private double x(LocalDate day) {
            double days = ChronoUnit.DAYS.between(series.from(), day);
            double all = Math.max(1, ChronoUnit.DAYS.between(series.from(), axisEnd));
            return plot.left() + plot.width() * days / all;
        }

        private double y(long persons) {
            return plot.bottom() - plot.height() * (double) persons / rounds.getLast();
        }

        private static String tenth(double number) {
            return Double.toString(Math.round(number * 10) / 10.0);
        }
    }
}

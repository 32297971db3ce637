package org.stele.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** An AppendReport is the figures of one run as a page of Markdown. */
record AppendReport(Surroundings surroundings, CopySupply supply, Duration time, List<Pair> pairs) {

    /** A Pair is both sides, timed one right after the other. */
    record Pair(int round, int submitters, EngineRun engine, Rate copy) {

        double ratio() {
            return engine.rate().perSecond() / copy.perSecond();
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "round %d, %d submitters: engine %,.0f/s, copy %,.0f/s, ratio %.2f",
                    round,
                    submitters,
                    engine.rate().perSecond(),
                    copy.perSecond(),
                    ratio());
        }
    }

    String markdown() {
        return """
                # Append beside COPY

                %s- Engine: %d s each time; every ledger was checked whole afterwards. COPY: %,d events each time, %,d a transaction
                - Cells are the median of the rounds, with the least and the greatest in parentheses; latencies are over all rounds

                | Submitters | Engine, events/s | COPY, events/s | Ratio | p50, ms | p99, ms |
                |---:|---:|---:|---:|---:|---:|
                %s

                Every round, as engine / COPY = ratio:

                | Submitters | Rounds |
                |---:|---|
                %s
                """.formatted(
                        surroundings.markdown(),
                        time.toSeconds(),
                        supply.events(),
                        CopySupply.BATCH_EVENTS,
                        lines(AppendReport::summary),
                        lines(AppendReport::rounds));
    }

    @FunctionalInterface
    private interface Line {
        String of(int submitters, List<Pair> pairs);
    }

    private String lines(Line line) {
        return pairs.stream()
                .map(Pair::submitters)
                .distinct()
                .map(count -> line.of(
                        count,
                        pairs.stream()
                                .filter(pair -> pair.submitters() == count)
                                .toList()))
                .collect(Collectors.joining("\n"));
    }

    private static String summary(int submitters, List<Pair> pairs) {
        long[] latencies = pairs.stream()
                .flatMapToLong(pair -> Arrays.stream(pair.engine().latencies()))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %d | %s | %s | %s | %.2f | %.2f |",
                submitters,
                spread("%,.0f", pairs, pair -> pair.engine().rate().perSecond()),
                spread("%,.0f", pairs, pair -> pair.copy().perSecond()),
                spread("%.2f", pairs, Pair::ratio),
                percentile(latencies, 0.50) / 1e6,
                percentile(latencies, 0.99) / 1e6);
    }

    private static String rounds(int submitters, List<Pair> pairs) {
        return "| %d | %s |"
                .formatted(
                        submitters,
                        pairs.stream()
                                .map(pair -> String.format(
                                        Locale.ROOT,
                                        "%,.0f / %,.0f = %.2f",
                                        pair.engine().rate().perSecond(),
                                        pair.copy().perSecond(),
                                        pair.ratio()))
                                .collect(Collectors.joining("; ")));
    }

    private static String spread(String format, List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                median(sorted),
                sorted[0],
                sorted[sorted.length - 1]);
    }

    static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least value that at least this part of all values does not exceed. */
    static long percentile(long[] sorted, double part) {
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }
}

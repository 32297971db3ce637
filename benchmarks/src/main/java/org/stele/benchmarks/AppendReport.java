package org.stele.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** An AppendReport is the figures of one run as a section of Markdown. */
record AppendReport(Surroundings surroundings, CopySupply copies, int connections, Duration time, List<Turn> turns) {

    /** A Turn is all entrants with the same number of submitters, timed one right after the other. */
    record Turn(int round, int submitters, Rate copy, Map<Entrant, Load> loads) {

        Turn(int round, int submitters, Rate copy) {
            this(round, submitters, copy, new EnumMap<>(Entrant.class));
        }

        double ratio(Entrant entrant) {
            return rate(entrant) / copy.perSecond();
        }

        double rate(Entrant entrant) {
            Load load = loads.get(entrant);
            return load == null ? Double.NaN : load.rate().perSecond();
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "round %s, %s submitters: COPY %,.0f/s, %s",
                    round,
                    submitters,
                    copy.perSecond(),
                    loads.keySet().stream()
                            .map(entrant -> String.format(
                                    Locale.ROOT, "%s %,.0f/s = %.2f", entrant.title(), rate(entrant), ratio(entrant)))
                            .collect(Collectors.joining(", ")));
        }
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                """
                %s- Each entrant %s s each time, with a pool of %s connections where it uses one; COPY %,d events each time, %,d a transaction
                - Cells are the median of %s rounds, with the least and the greatest in parentheses; latencies are over all rounds

                | Submitters | Entrant | Events/s | Of COPY | Stele is × | p50, ms | p99, ms |
                |---:|---|---:|---:|---:|---:|---:|
                %s
                """,
                surroundings.markdown(),
                time.toSeconds(),
                connections,
                copies.events(),
                copies.batchEvents(),
                turns.stream().map(Turn::round).distinct().count(),
                turns.stream().map(Turn::submitters).distinct().map(this::lines).collect(Collectors.joining("\n")));
    }

    private String lines(int submitters) {
        List<Turn> same =
                turns.stream().filter(turn -> turn.submitters() == submitters).toList();
        String copy = "| %s | COPY | %s | | | | |"
                .formatted(
                        submitters,
                        Spread.of(same.stream().mapToDouble(turn -> turn.copy().perSecond()))
                                .text("%,.0f"));
        return same.get(0).loads().keySet().stream()
                .map(entrant -> line(entrant, same))
                .collect(Collectors.joining("\n", copy + "\n", ""));
    }

    private static String line(Entrant entrant, List<Turn> same) {
        long[] latencies = same.stream()
                .flatMapToLong(turn -> Arrays.stream(
                        Objects.requireNonNull(turn.loads().get(entrant)).latencies()))
                .sorted()
                .toArray();
        double lead = Spread.median(same.stream()
                .mapToDouble(turn -> turn.rate(Entrant.STELE) / turn.rate(entrant))
                .toArray());
        return String.format(
                Locale.ROOT,
                "| | %s | %s | %s | %s | %.2f | %.2f |",
                entrant.title(),
                Spread.of(same.stream().mapToDouble(turn -> turn.rate(entrant))).text("%,.0f"),
                Spread.of(same.stream().mapToDouble(turn -> turn.ratio(entrant)))
                        .text("%.2f"),
                entrant == Entrant.STELE ? "" : String.format(Locale.ROOT, "%.1f", lead),
                Spread.percentile(latencies, 0.50) / 1e6,
                Spread.percentile(latencies, 0.99) / 1e6);
    }
}

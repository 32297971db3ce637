package org.stele.campaigns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The CampaignReport counts what the runs of a crash campaign came to. */
final class CampaignReport {

    private static final Path FILE = Path.of("target", "campaign-report.md");

    private final String name;
    private final long seed;
    private final List<CrashCampaign.Outcome> outcomes = new ArrayList<>();

    CampaignReport(String name, long seed) {
        this.name = name;
        this.seed = seed;
    }

    void add(CrashCampaign.Outcome outcome) {
        outcomes.add(outcome);
    }

    void write() throws IOException {
        Files.writeString(FILE, text());
        System.out.println(text());
    }

    private String text() {
        Map<CrashCampaign.Death, Long> deaths = new EnumMap<>(CrashCampaign.Death.class);
        outcomes.forEach(outcome -> deaths.merge(outcome.death(), 1L, Long::sum));
        return String.format(
                Locale.ROOT,
                """
                # %s

                | | |
                |---|---|
                | runs | %,d |
                | seeds | %s to %s |
                | killed | %s |
                | events acknowledged before or across a death | %,d |
                | orders open after it | %,d |
                | of these recorded all the same | %,d |
                | orders retried: one set of events each | %,d |
                | events lost, changed or doubled | %s |
                | seconds a run, middle and longest | %.1f, %.1f |

                %s
                """,
                name,
                outcomes.size(),
                seed,
                seed + outcomes.size() - 1,
                deaths,
                sum(CrashCampaign.Outcome::acknowledged),
                sum(CrashCampaign.Outcome::open),
                sum(CrashCampaign.Outcome::found),
                sum(CrashCampaign.Outcome::retried),
                sum(outcome -> outcome.findings().size()),
                seconds(outcomes.size() / 2),
                seconds(outcomes.size() - 1),
                findings());
    }

    private long sum(ToLongFunction<CrashCampaign.Outcome> count) {
        return outcomes.stream().mapToLong(count).sum();
    }

    private double seconds(int rank) {
        long[] sorted = outcomes.stream()
                .mapToLong(CrashCampaign.Outcome::millis)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[rank] / 1_000.0;
    }

    private String findings() {
        String found = outcomes.stream()
                .filter(outcome -> !outcome.findings().isEmpty())
                .map(outcome -> "- seed " + outcome.seed() + ": " + outcome.findings())
                .collect(Collectors.joining("\n"));
        return found.isEmpty() ? "Nothing was found wrong." : found;
    }
}

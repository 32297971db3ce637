package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.stele.events.MemberState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * An AnswersBenchmark asks the query side over HTTP, one request after another, and reads each answer to its end: changes,
 * discrepancies, what is due, State files, the board and exports, at random views that nobody asked for before, for auditors and
 * for the public. The client shares the processors with the server.
 */
@Command(name = "answers", description = "Changes, discrepancies, what is due and exports over HTTP, at any view.")
final class AnswersBenchmark extends Benchmark {

    private static final String PUBLIC = "&audience=PUBLIC";
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");

    @Option(names = "--events", defaultValue = "1000000", description = "Events in the ledger.")
    long events;

    @Option(names = "--views", defaultValue = "300", description = "Requests of each kind that count.")
    int views;

    @Option(names = "--files", defaultValue = "20", description = "Requests of each export that count.")
    int files;

    @Option(names = "--seed", defaultValue = "1", description = "Of filings and views.")
    long seed;

    private final StringBuilder rows = new StringBuilder();

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "answered")) {
            FiledLedger.fill(database, events, seed);
            long large = database.number("SELECT count(*) FROM ledger.event WHERE 'memberState=%s' = ANY (tags)"
                    .formatted(FiledLedger.LARGE.iso3()));
            try (ServedViews served = ServedViews.start(database)) {
                served.awaitPosition(events);
                String findings = findings(served);
                measure(served);
                return Surroundings.of(server).markdown() + text(large, findings);
            }
        }
    }

    /** How many discrepancies there are of each code in the view of everything. */
    private String findings(ServedViews served) {
        String last = Roster.date(2 * Roster.DAYS).toString();
        String page = new String(served.get("/api/v1/discrepancies?effectiveOn=" + last + "&knownOn=" + last), UTF_8);
        Map<String, Integer> counts = new TreeMap<>();
        CODE.matcher(page).results().forEach(found -> counts.merge(found.group(1), 1, Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        say("discrepancies: " + counts);
        return String.format(Locale.ROOT, "%,d discrepancies of %s codes", all, counts.size());
    }

    private void measure(ServedViews served) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        MemberState[] all = MemberState.values();
        String large = "/api/v1/states/" + FiledLedger.LARGE.iso3();
        String same = view(random);
        for (String audience : List.of("", PUBLIC)) {
            String who = audience.isEmpty() ? "auditor" : "public";
            row(served, "Changes of the largest, " + who, views, () -> large + "/changes?" + ends(random) + audience);
            row(served, "Discrepancies, " + who, views, () -> "/api/v1/discrepancies?" + view(random) + audience);
            row(
                    served,
                    "Discrepancies, " + who + ", one view again and again",
                    views,
                    () -> "/api/v1/discrepancies?" + same + audience);
            row(served, "Board, " + who, views, () -> "/api/v1/board?" + view(random) + audience);
            row(served, "State file of the largest, " + who, views, () -> large + "?" + view(random) + audience);
        }
        row(served, "Due of the largest, auditor", views, () -> large + "/due?" + view(random));
        row(
                served,
                "Due of any State, auditor",
                views,
                () -> "/api/v1/states/" + all[random.nextInt(all.length)].iso3() + "/due?" + view(random));
        for (String name : List.of("board.csv", "board.xlsx", "board.pdf", "discrepancies.csv", "discrepancies.xlsx")) {
            row(served, name + ", auditor", files, () -> "/api/v1/" + name + "?" + view(random));
        }
    }

    private void row(ServedViews served, String name, int count, Supplier<String> path) throws Exception {
        long[] nanos = new long[count];
        long[] sizes = new long[count];
        for (int i = 0; i < Math.max(2, count / 5); i++) {
            served.get(path.get());
        }
        watched(true, () -> {
            for (int i = 0; i < count; i++) {
                String asked = path.get();
                long before = System.nanoTime();
                sizes[i] = served.size(asked);
                nanos[i] = System.nanoTime() - before;
            }
            return count;
        });
        Arrays.sort(nanos);
        Arrays.sort(sizes);
        String row = String.format(
                Locale.ROOT,
                "| %s | %,.1f | %,.1f | %,.1f | %,d |\n",
                name,
                Spread.percentile(nanos, 0.50) / 1e6,
                Spread.percentile(nanos, 0.99) / 1e6,
                nanos[count - 1] / 1e6,
                Spread.percentile(sizes, 0.50) >> 10);
        say(row.strip());
        rows.append(row);
    }

    private String text(long large, String findings) {
        return String.format(Locale.ROOT, """
                - %,d events, %,d of them of the largest State; with all of them in view there are %s
                - %s requests of each kind, %s of each export, after a fifth as many that do not count

                | Answer over HTTP, each at a view not asked for before | p50 ms | p99 ms | most ms | KiB, median |
                |---|---:|---:|---:|---:|
                """, events, large, findings, views, files) + rows;
    }

    private String view(SplittableRandom random) {
        return "effectiveOn=%s&knownOn=%s&treeSize=%s".formatted(day(random), day(random), random.nextLong(events + 1));
    }

    private String ends(SplittableRandom random) {
        return "from=" + end(random) + "&to=" + end(random);
    }

    private String end(SplittableRandom random) {
        return day(random) + "/" + day(random) + "/" + random.nextLong(events + 1);
    }

    private static LocalDate day(SplittableRandom random) {
        return Roster.date(random.nextInt(Roster.DAYS + 100));
    }
}

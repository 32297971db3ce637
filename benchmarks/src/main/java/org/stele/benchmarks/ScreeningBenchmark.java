package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Commands;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ListRecord;
import org.stele.command.screening.listversions.ListVersionsConfiguration;
import org.stele.command.screening.loadlistversion.LoadListVersion;
import org.stele.command.screening.loadlistversion.LoadListVersionSlice;
import org.stele.command.screening.reopening.ReopeningConfiguration;
import org.stele.command.screening.reopenscreenings.ReopenScreeningsSlice;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.Role;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.screening.ScreeningConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A ScreeningBenchmark reads a page of many screenings over HTTP, first after a start and then each time after more were
 * recorded; then it loads a version of the list that amends every entry, which reopens all of their verdicts.
 */
@Command(name = "screening", description = "Many screenings: the first page after a start, and all of them reopened.")
final class ScreeningBenchmark extends Benchmark {

    private static final Actor REGISTRAR = new Actor("registrar-1", Role.REGISTRAR, null);
    private static final String PAGE = "/api/v1/screenings";
    private static final int LEAST_PAGE_BYTES = 100_000;
    private static final int POLL_MILLIS = 10;
    private static final int RECORDED_BETWEEN = 5;

    @Option(names = "--screenings", defaultValue = "100000", description = "Screenings with a confirmed verdict.")
    int screenings;

    @Option(names = "--reads", defaultValue = "300", description = "Pages after the first, each with screenings more.")
    int reads;

    @Option(names = "--seed", defaultValue = "1", description = "Of the screenings.")
    long seed;

    /** Seconds to the first page, and of the others in nanoseconds, sorted; the heap in MiB that the server takes. */
    private record Reads(double first, long[] later, long heap) {}

    /** Seconds from the start of a node to its first reopening, and from a version to the last of all. */
    private record Reopenings(double first, double all, long events) {}

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "screened")) {
            ScreenedSubjects subjects = new ScreenedSubjects(seed);
            try (LedgerFeed feed = LedgerFeed.open(database)) {
                feed.append(List.of(List.of(subjects.loaded())).iterator());
                feed.append(subjects.screenings(screenings));
                feed.append(List.of(subjects.screening(List.of(ScreenedSubjects.APART)))
                        .iterator());
                LedgerFeed.settle(database);
                database.checkpoint();
                say("recorded");
                Reads read = read(database, feed, subjects);
                say(String.format(Locale.ROOT, "first page %.2f s", read.first()));
                feed.close();
                database.checkpoint();
                return markdown(Surroundings.of(server), read, reopen(database));
            }
        }
    }

    private Reads read(LedgerDatabase database, LedgerFeed feed, ScreenedSubjects subjects) throws Exception {
        long before = heap();
        long start = System.nanoTime();
        try (HikariDataSource pool = database.readingPool();
                QueryServer server = watched(true, () -> {
                    QueryServer started = QueryServer.start(pool, ScreeningConfiguration.class);
                    requirePage(started);
                    return started;
                })) {
            double first = (System.nanoTime() - start) / 1e9;
            long[] later = new long[reads];
            for (int i = -reads / 5; i < reads; i++) {
                feed.append(subjects.screenings(RECORDED_BETWEEN));
                long asked = System.nanoTime();
                requirePage(server);
                if (i >= 0) {
                    later[i] = System.nanoTime() - asked;
                }
            }
            Arrays.sort(later);
            return new Reads(first, later, heap() - before >> 20);
        }
    }

    /** A page of many screenings, and not an empty one. */
    private static void requirePage(QueryServer server) {
        int length = server.read(PAGE);
        if (length < LEAST_PAGE_BYTES) {
            throw new IllegalStateException(PAGE + " has " + length + " bytes");
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Reopenings reopen(LedgerDatabase database) throws Exception {
        LedgerReader ledger = database.reader();
        long before = ledger.head();
        long all = (before - 1) / ScreenedSubjects.EVENTS_EACH;
        long start = System.nanoTime();
        try (CommandSide side = CommandSide.start(
                database,
                LoadListVersionSlice.class,
                ReopenScreeningsSlice.class,
                ListVersionsConfiguration.class,
                ReopeningConfiguration.class)) {
            load(side, ScreenedSubjects.version(2, ScreenedSubjects.APART, ScreenedSubjects.ENTRIES));
            await(ledger, before + 2);
            double first = (System.nanoTime() - start) / 1e9;
            say(String.format(Locale.ROOT, "first reopening after %.2f s", first));
            ConsolidatedList amended = ScreenedSubjects.version(3, 0, ScreenedSubjects.ENTRIES);
            long loaded = System.nanoTime();
            watched(true, () -> {
                load(side, amended);
                await(ledger, before + 2 + all);
                return all;
            });
            double last = (System.nanoTime() - loaded) / 1e9;
            requireReopenedOnce(database, all);
            return new Reopenings(first, last, all - 1);
        }
    }

    private static void load(CommandSide side, ConsolidatedList version) {
        CommandContext entry = new CommandContext(
                REGISTRAR,
                new CommandId(UUID.nameUUIDFromBytes(version.sha256().hex().getBytes(UTF_8))),
                LocalDate.of(2026, 2, 1));
        side.get(Commands.class)
                .send(new LoadListVersion(entry, ListRecord.LIST, "NOT_STATED", version), version.sha256());
    }

    private static void await(LedgerReader ledger, long head) throws InterruptedException {
        while (ledger.head() < head) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Each screening has one reopening, and nothing else was recorded. */
    private static void requireReopenedOnce(LedgerDatabase database, long all) throws Exception {
        long reopened = database.number("SELECT count(*) FROM ledger.event WHERE type = 'screening.ScreeningReopened'");
        long screenings = database.number("SELECT count(DISTINCT tag) FROM ledger.event e, unnest(e.tags) tag"
                + " WHERE e.type = 'screening.ScreeningReopened' AND tag LIKE 'screening=%'");
        if (reopened != all || screenings != all) {
            throw new IllegalStateException("Expected %s reopenings of as many screenings, and found %s of %s"
                    .formatted(all, reopened, screenings));
        }
    }

    private String markdown(Surroundings surroundings, Reads read, Reopenings reopened) {
        return surroundings.markdown()
                + String.format(
                        Locale.ROOT,
                        """

                        | Of %,d screenings | |
                        |---|---:|
                        | From the start of the server to its first page over HTTP, s | %.2f |
                        | Page with %s screenings more each time: median, ms | %.1f |
                        | p99, ms | %.1f |
                        | most, ms | %.1f |
                        | Kept in memory by the server with its index, MiB | %,d |
                        | From the start of a node to its first reopening, s | %.2f |
                        | From a version that amends all entries to the last of %,d reopenings, s | %.2f |
                        """,
                        screenings,
                        read.first(),
                        RECORDED_BETWEEN,
                        Spread.percentile(read.later(), 0.50) / 1e6,
                        Spread.percentile(read.later(), 0.99) / 1e6,
                        read.later()[reads - 1] / 1e6,
                        read.heap(),
                        reopened.first(),
                        reopened.events(),
                        reopened.all());
    }
}

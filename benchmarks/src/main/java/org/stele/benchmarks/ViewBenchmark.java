package org.stele.benchmarks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.query.view.Board;
import org.stele.query.view.States;
import org.stele.web.page.ViewPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A ViewBenchmark lets the projection catch up with a ledger from nothing, and then requests State files and boards at
 * random view points, none of them seen before.
 */
@Command(name = "view", description = "State files and boards as of any day and size, and catching up.")
final class ViewBenchmark extends Benchmark {

    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 12, 22);
    private static final int DAYS = 1_300;
    private static final int CONNECTIONS = 10;

    @Option(names = "--events", defaultValue = "1000000", description = "Events in the ledger.")
    long events;

    @Option(names = "--views", defaultValue = "1000", description = "Views of each kind that count.")
    int views;

    @Option(names = "--seed", defaultValue = "1", description = "Of the points.")
    long seed;

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "viewed")) {
            FiledLedger.fill(database, events, seed);
            long before = System.nanoTime();
            try (ProjectedViews views = ProjectedViews.start(database, CONNECTIONS)) {
                views.awaitPosition(events);
                double catchUp = events * 1e9 / (System.nanoTime() - before);
                return Surroundings.of(server).markdown() + table(views, catchUp);
            }
        }
    }

    private String table(ProjectedViews projected, double catchUp) {
        States states = projected.states();
        Board board = projected.board();
        SplittableRandom random = new SplittableRandom(seed);
        MemberState[] all = MemberState.values();
        long first = System.nanoTime();
        board.files(new ViewPoint(day(random), day(random), events / 2, Audience.AUDIT));
        long firstMillis = (System.nanoTime() - first) / 1_000_000;
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "\nProjection catch-up from nothing: %,.0f events/s. First look after a start: %,d ms.\n\n",
                catchUp,
                firstMillis));
        table.append(String.format(
                Locale.ROOT, "| View, of %,d events | p50 ms | p99 ms | most ms |\n|---|---|---|---|\n", events));
        table.append(
                row("State file of any State", point -> states.view(all[random.nextInt(all.length)], point), random));
        table.append(row("State file of the largest", point -> states.view(FiledLedger.LARGE, point), random));
        table.append(row("Board", point -> board.files(point).each((_, view) -> view.flags()), random));
        return table.toString();
    }

    private String row(String name, Consumer<ViewPoint> view, SplittableRandom random) {
        long[] nanos = new long[views];
        for (int i = -views / 5; i < views; i++) {
            ViewPoint point = new ViewPoint(day(random), day(random), random.nextLong(events + 1), Audience.AUDIT);
            long before = System.nanoTime();
            view.accept(point);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - before;
            }
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |\n",
                name,
                Spread.percentile(nanos, 0.50) / 1e6,
                Spread.percentile(nanos, 0.99) / 1e6,
                nanos[views - 1] / 1e6);
    }

    private static LocalDate day(SplittableRandom random) {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }
}

package org.stele.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.stele.eventstore.log.LogReader;
import org.stele.eventstore.read.OpenLedger;
import org.stele.ledger.Tile;
import org.stele.ledger.TileCoordinate;
import org.stele.query.lens.BodySource;
import org.stele.query.lens.EventLenses;
import org.stele.query.lens.SeenEvents;
import org.stele.query.log.LogConfiguration;
import org.stele.statefile.StateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A LogBenchmark signs a large ledger and reads its log as auditors do: proofs of random events from the database, and
 * full tiles over HTTP, with the clients in the same process on the same processors.
 */
@Command(name = "log", description = "Proofs and tiles of a large ledger.")
final class LogBenchmark extends Benchmark {

    private static final int CLIENTS = 8;

    @Option(names = "--events", defaultValue = "1000000", description = "Events in the ledger.")
    long events;

    @Option(names = "--seconds", defaultValue = "5", description = "How long tiles are read for, each time.")
    int seconds;

    @Option(
            names = "--warm",
            defaultValue = "30",
            description = "How long before, in seconds: the server is compiled by then.")
    int warm;

    @Option(names = "--proofs", defaultValue = "1000", description = "Proofs, each time.")
    int proofs;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds that count.")
    int rounds;

    /** Proofs and tiles read no file. */
    @Import(LogConfiguration.class)
    static class Log {

        @Bean
        SeenEvents seenEvents(BodySource bodies, OpenLedger ledger) {
            return new SeenEvents(bodies, new EventLenses((state, point) -> StateFile.empty(state), ledger));
        }
    }

    /** Latencies in nanoseconds, sorted; tiles a second. */
    private record Round(long[] latencies, double tiles) {

        double proof(double part) {
            return Spread.percentile(latencies, part) / 1e6;
        }
    }

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "logged")) {
            LedgerSupply.fill(database.command(), new LedgerSupply.Plan(events, Map.of(), 1), done -> {});
            database.checkpoint();
            double signed;
            try (SignedDatabase signing = SignedDatabase.start(database)) {
                long start = System.nanoTime();
                signing.awaitSigned(events);
                signed = (System.nanoTime() - start) / 1e9;
            }
            say(String.format(Locale.ROOT, "signed after %.1f s", signed));
            return markdown(Surroundings.of(server), signed, measure(database));
        }
    }

    private List<Round> measure(LedgerDatabase database) throws Exception {
        List<Round> results = new ArrayList<>();
        // Each client keeps its connection.
        System.setProperty("http.maxConnections", Integer.toString(CLIENTS));
        try (HikariDataSource pool = database.readingPool();
                QueryServer server = QueryServer.start(pool, Log.class)) {
            LogReader log = server.get(LogReader.class);
            for (int round = 0; round <= rounds; round++) {
                SplittableRandom random = new SplittableRandom(round);
                Round result = new Round(prove(log, random), tiles(server, random, round == 0 ? warm : seconds));
                say(String.format(
                        Locale.ROOT,
                        "round %s: a proof %.2f ms, p99 %.2f ms; %,.0f tiles a second",
                        round,
                        result.proof(0.5),
                        result.proof(0.99),
                        result.tiles()));
                if (round > 0) {
                    results.add(result);
                }
            }
        }
        return results;
    }

    private long[] prove(LogReader log, SplittableRandom random) {
        long[] latencies = new long[proofs];
        for (int i = 0; i < proofs; i++) {
            long start = System.nanoTime();
            log.proof(1 + random.nextLong(events)).orElseThrow().encode();
            latencies[i] = System.nanoTime() - start;
        }
        Arrays.sort(latencies);
        return latencies;
    }

    private double tiles(QueryServer server, SplittableRandom random, int seconds) throws Exception {
        return Load.of(CLIENTS, Duration.ofSeconds(seconds), number -> {
                    SplittableRandom own = random.split();
                    return () -> {
                        long index = own.nextLong(events / Tile.WIDTH);
                        read(server, new TileCoordinate(0, index, Tile.WIDTH));
                        return 1;
                    };
                })
                .rate()
                .perSecond();
    }

    private static void read(QueryServer server, TileCoordinate coordinate) {
        int length = server.read("/log/" + coordinate.path());
        if (length != 32 * Tile.WIDTH) {
            throw new IllegalStateException(coordinate.path() + " has " + length + " bytes");
        }
    }

    private String markdown(Surroundings surroundings, double signed, List<Round> results) {
        return String.format(
                Locale.ROOT,
                """
                %s- %,d events, signed from nothing after %.1f s; %,d proofs and %s s of tiles by %s clients each time; cells are the median of %s rounds, with the least and the greatest in parentheses

                | A proof, median, ms | p99, ms | Full tiles over HTTP a second |
                |---:|---:|---:|
                | %s | %s | %s |
                """,
                surroundings.markdown(),
                events,
                signed,
                proofs,
                seconds,
                CLIENTS,
                rounds,
                Spread.of(results.stream().mapToDouble(result -> result.proof(0.5)))
                        .text("%.2f"),
                Spread.of(results.stream().mapToDouble(result -> result.proof(0.99)))
                        .text("%.2f"),
                Spread.of(results.stream().mapToDouble(Round::tiles)).text("%,.0f"));
    }
}

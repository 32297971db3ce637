package org.stele.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A GuessesBenchmark reads from the built jar at a steady rate while others try wrong passwords: all from one address, and each
 * from an address of its own, which a trusted proxy states. Requests are sent when they are due, however late others are.
 */
@Command(name = "guesses", description = "Readers beside wrong passwords.")
final class GuessesBenchmark extends Benchmark {

    private static final String READ = "/api/v1/states/RUS?effectiveOn=2019-12-23&knownOn=2019-12-23";

    @Option(names = "--seconds", defaultValue = "60", description = "How long each part is timed for.")
    int seconds;

    @Option(names = "--guesses", defaultValue = "1000", description = "Wrong passwords in that time.")
    int guesses;

    @Option(names = "--reads", defaultValue = "20", description = "Reads a second.")
    int reads;

    private String origin = "";
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private record Part(String name, long[] micros, Map<Integer, Integer> statuses) {

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %.1f | %.1f |",
                    name,
                    statuses.isEmpty() ? "" : statuses,
                    Spread.percentile(micros, 0.5) / 1e3,
                    Spread.percentile(micros, 0.99) / 1e3,
                    micros[micros.length - 1] / 1e3);
        }
    }

    @Override
    String run() throws Exception {
        try (SteleProcess stele = SteleProcess.start(SteleProcess.JAR, Map.of("STELE_TRUSTED_PROXY", "127.0.0.1"))) {
            origin = stele.origin();
            String token = stele.formToken(client);
            part("warm-up", null);
            List<Part> parts = List.of(
                    part("readers alone", null),
                    part("wrong passwords from one address", i -> guess(token, "198.51.100.7", i)),
                    part("readers alone, again", null),
                    part(
                            "wrong passwords, each from another address",
                            i -> guess(token, "198.18." + i / 250 + "." + i % 250, i)));
            StringBuilder table = new StringBuilder("""
                    %s

                    %s reads of a State's file a second; %s wrong passwords in %s s, for one account.

                    | | Answers to the passwords | Read p50, ms | p99, ms | Longest, ms |
                    |---|---|---:|---:|---:|
                    """.formatted(Surroundings.ofMachine(), reads, guesses, seconds));
            parts.forEach(part -> table.append(part.row()).append('\n'));
            return table.toString();
        }
    }

    private Part part(String name, @Nullable IntFunction<HttpRequest> guess) throws Exception {
        say(name);
        Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> guessing = senders.submit(() -> {
                if (guess != null) {
                    each(guesses, senders, i -> statuses.merge(send(guess.apply(i)), 1, Integer::sum));
                }
                return null;
            });
            long[] micros = new long[reads * seconds];
            each(micros.length, senders, i -> {
                long due = System.nanoTime();
                if (send(read()) != 200) {
                    throw new IOException("A read was not answered with 200");
                }
                micros[i] = (System.nanoTime() - due) / 1_000;
            });
            guessing.get();
            return new Part(name, LongStream.of(micros).sorted().toArray(), new TreeMap<>(statuses));
        }
    }

    private interface Sent {
        void send(int index) throws Exception;
    }

    /** Sends so many, spread evenly over the time, and waits for all answers. */
    private void each(int count, ExecutorService senders, Sent sent) throws Exception {
        long start = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long wait = start + (long) (i * seconds * 1e9 / count) - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            int index = i;
            all.add(senders.submit(() -> {
                sent.send(index);
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private int send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest read() {
        return HttpRequest.newBuilder(URI.create(origin + READ)).build();
    }

    private HttpRequest guess(String token, String address, int i) {
        return HttpRequest.newBuilder(URI.create(origin + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString("username=registrar&password=a+wrong+password+" + i + "&_csrf=" + token))
                .build();
    }
}

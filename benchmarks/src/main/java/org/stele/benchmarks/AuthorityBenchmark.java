package org.stele.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An AuthorityBenchmark files over HTTP with the built jar: with a token beside an earlier jar that believed headers, and notices
 * that name a person, whose reference is sealed, beside notices that name none. Then an official signs in, again and again.
 */
@Command(name = "authority", description = "What sign-in, authorisation and sealing cost.")
final class AuthorityBenchmark extends Benchmark {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REPORT = "{\"obligation\":\"OTHER\",\"summary\":\"A letter about our workers.\"}";
    private static final String NOTICE =
            "{\"category\":\"WORKER\",\"count\":1,\"departed\":\"2019-11-14\",\"destination\":\"PRK\",\"mode\":\"AIR\"%s}";

    @Option(names = "--before", description = "A jar that takes the actor from headers.")
    @Nullable
    Path before;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds.")
    int rounds;

    @Option(names = "--seconds", defaultValue = "5", description = "How long each entrant files in a round.")
    int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "10000",
            description = "Commands that each entrant files before the first round.")
    int warmUp;

    @Option(names = "--before-only", description = "Only beside the earlier jar.")
    boolean beforeOnly;

    @Option(names = "--clients", defaultValue = "8", description = "Clients that file.")
    int clients;

    @Option(names = "--sign-ins", defaultValue = "200", description = "How often the official signs in.")
    int signIns;

    /** Who files what, and the results of the rounds. */
    private record Entrant(String name, String address, String[] headers, String body, List<Load> loads) {

        Entrant(String name, String address, String[] headers, String body) {
            this(name, address, headers, body, new ArrayList<>());
        }

        /** With a person of its own, where the body has a place for one. */
        String content() {
            return body.replace("%person", UUID.randomUUID().toString());
        }

        double[] rates() {
            return loads.stream().mapToDouble(load -> load.rate().perSecond()).toArray();
        }

        long[] latencies() {
            return loads.stream()
                    .flatMapToLong(load -> Arrays.stream(load.latencies()))
                    .sorted()
                    .toArray();
        }
    }

    @Override
    String run() throws Exception {
        StringBuilder text = new StringBuilder(Surroundings.ofMachine().toString());
        text.append("\n%s clients file over HTTP, %s s each in turn; medians of %s rounds.\n\n"
                .formatted(clients, seconds, rounds));
        try (SteleProcess now = SteleProcess.start(SteleProcess.JAR, Map.of())) {
            JsonNode official = official(now);
            String[] token = {
                "Authorization", "Bearer " + official.path("token").stringValue()
            };
            String reports = now.origin() + "/api/v1/attestations";
            String notices = now.origin() + "/api/v1/repatriation-notices";
            if (before != null) {
                try (SteleProcess earlier = SteleProcess.start(before, Map.of())) {
                    String[] headers = {"X-Stele-User", "NOR-1", "X-Stele-Role", "signatory", "X-Stele-State", "NOR"};
                    text.append(compared(
                            new Entrant(
                                    "who files is believed",
                                    earlier.origin() + "/api/v1/attestations",
                                    headers,
                                    REPORT),
                            new Entrant("who files has a token", reports, token, REPORT)));
                }
            }
            if (beforeOnly) {
                return text.toString();
            }
            String person = ",\"subjects\":[\"%s\"]";
            text.append(compared(
                    new Entrant("notices that name nobody", notices, token, NOTICE.formatted("")),
                    new Entrant(
                            "notices that name a person who has a key",
                            notices,
                            token,
                            NOTICE.formatted(person.formatted(UUID.randomUUID())))));
            text.append(compared(
                    new Entrant("notices that name nobody, again", notices, token, NOTICE.formatted("")),
                    new Entrant(
                            "notices that name a person for the first time",
                            notices,
                            token,
                            NOTICE.formatted(person.formatted("%person")))));
            return text.append(signedIn(now, official)).toString();
        }
    }

    private static JsonNode official(SteleProcess stele) {
        for (JsonNode one : JSON.readTree(stele.home().resolve("demo-credentials.json"))) {
            if (one.path("role").stringValue().equals("signatory")
                    && one.path("state").asString().equals("NOR")) {
                return one;
            }
        }
        throw new IllegalStateException("The demonstration has no signatory of Norway");
    }

    private String compared(Entrant base, Entrant other) throws Exception {
        warmUp(base);
        warmUp(other);
        for (int round = 0; round < rounds; round++) {
            for (Entrant one : round % 2 == 0 ? List.of(base, other) : List.of(other, base)) {
                one.loads().add(file(one, seconds));
                say(String.format(
                        Locale.ROOT,
                        "%s: %.0f/s",
                        one.name(),
                        one.loads().getLast().rate().perSecond()));
            }
        }
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ratios[round] = base.rates()[round] / other.rates()[round];
        }
        return """
                | | Commands/s | p50, ms | p99, ms | Cost of a command, × |
                |---|---:|---:|---:|---:|
                %s%s
                """.formatted(
                row(base, ""), row(other, Spread.of(Arrays.stream(ratios)).text("%.2f")));
    }

    /** The same number of commands for each, however fast it is: what is compiled by then is the same. */
    private void warmUp(Entrant entrant) throws Exception {
        for (int filed = 0; filed < warmUp; ) {
            filed += file(entrant, seconds).latencies().length;
        }
    }

    private static String row(Entrant entrant, String cost) {
        long[] nanos = entrant.latencies();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %s |%n",
                entrant.name(),
                Spread.of(Arrays.stream(entrant.rates())).text("%,.0f"),
                Spread.percentile(nanos, 0.5) / 1e6,
                Spread.percentile(nanos, 0.99) / 1e6,
                cost);
    }

    private Load file(Entrant entrant, int time) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Load.of(clients, Duration.ofSeconds(time), _ -> () -> {
                HttpRequest request = HttpRequest.newBuilder(URI.create(entrant.address()))
                        .headers(entrant.headers())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(entrant.content()))
                        .build();
                HttpResponse<String> answer = send(client, request);
                if (answer.statusCode() != 201) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                return 1;
            });
        }
    }

    private String signedIn(SteleProcess stele, JsonNode official) throws IOException, InterruptedException {
        long[] nanos = new long[signIns];
        for (int i = 0; i < signIns; i++) {
            nanos[i] = signIn(stele, official);
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%s sign-ins by password, one after another: %.0f ms at p50, %.0f at p99.%n",
                signIns,
                Spread.percentile(nanos, 0.5) / 1e6,
                Spread.percentile(nanos, 0.99) / 1e6);
    }

    private static long signIn(SteleProcess stele, JsonNode official) throws IOException, InterruptedException {
        String origin = stele.origin();
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            HttpRequest form = HttpRequest.newBuilder(URI.create(origin + "/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", origin)
                    .POST(BodyPublishers.ofString("username=%s&password=%s&_csrf=%s"
                            .formatted(
                                    encoded(official.path("username").stringValue()),
                                    encoded(official.path("password").stringValue()),
                                    encoded(stele.formToken(client)))))
                    .build();
            long start = System.nanoTime();
            HttpResponse<String> answer = send(client, form);
            long nanos = System.nanoTime() - start;
            if (answer.statusCode() / 100 != 3
                    || answer.headers().firstValue("Location").orElse("").contains("error")) {
                throw new IllegalStateException("Not signed in: " + answer.statusCode());
            }
            return nanos;
        }
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.stele.standalone.hostile.HostileRequests;
import org.stele.standalone.hostile.HostileRequests.Sent;
import org.stele.standalone.hostile.Operation;
import org.stele.standalone.hostile.RawRequests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests made to hurt, from the description of the API that the running program gives: each is answered, none with a failure of
 * the server, and no answer tells of the program's inside. {@code -Drequests=1000000} sends more.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class HostileRequestsIT {

    private static final int REQUESTS = Integer.getInteger("requests", 2_000);
    private static final boolean IS_LONG = REQUESTS > 10_000;
    /** No address is longer than what a header has room for, with the method and the version. */
    private static final int HEADER_BYTES = 8_000;

    private static final int CLIENTS = IS_LONG ? 4 : 2;
    private static final long SEED = Long.getLong("seed", IS_LONG ? new Random().nextLong() : 2397);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What only the program's own errors contain. */
    private static final Pattern INSIDE = Pattern.compile("(?m)^\\s+at"
            + " [\\w.$]+\\(|\\b(?:java|jakarta|org\\.(?:stele|springframework|axonframework|apache|postgresql)|tools\\.jackson)\\.[\\w.]+|[a-z]Exception\\b|SQLSTATE|ERROR:"
            + " ");

    private static final Pattern WITHIN_PAGE = Pattern.compile(
            "(?i)<style|<script(?![^>]*\\bsrc=)[^>]*>|<[a-z][^>]*\\s(?:on[a-z]+|style)\\s*=|javascript:");

    @TempDir
    static Path directory;

    private static RunningApplication stele;
    private static URI origin;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

    @BeforeAll
    static void start() throws IOException {
        Path home = directory.resolve("home");
        Map<String, String> environment =
                new HashMap<>(IS_LONG ? Map.of("STELE_HOME", home.toString()) : LoggedSecrets.talkative(home));
        environment.put("STELE_LIMIT_REQUESTS_OF_THIS_MACHINE_A_MINUTE", "100000000");
        stele = RunningApplication.start(RunningApplication.jar("standalone", "stele.jar"), directory, environment)
                .awaitHealthy();
        origin = URI.create(stele.url("/"));
    }

    @AfterAll
    static void stop() {
        stele.close();
    }

    @Test
    @Order(1)
    void every_request_is_answered_and_none_with_a_failure_of_the_server() throws Exception {
        System.out.println(REQUESTS + " requests, -Dseed=" + SEED);
        HostileRequests requests = new HostileRequests(Operation.of(description()), tokens(), known(), SEED);
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(Thread.ofPlatform().start(() -> sendShare(requests)));
        }
        for (Thread client : clients) {
            client.join();
        }

        System.out.println("Answers by status: " + new TreeMap<>(statuses));
        assertThat(faults).isEmpty();
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(REQUESTS / CLIENTS * CLIENTS);
        assertThat(statuses).containsKeys(200, 400, 404);
        assertThat(stele.getUnknown("/actuator/health").statusCode()).isEqualTo(200);
    }

    private void sendShare(HostileRequests requests) {
        for (int sent = 0; sent < REQUESTS / CLIENTS; sent++) {
            Sent request;
            synchronized (requests) {
                request = requests.next();
            }
            try {
                HttpResponse<byte[]> answer = answer(request);
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                examine(request.inShort(), answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
            } catch (IOException | InterruptedException e) {
                statuses.merge(0, 1, Integer::sum);
                faults.add("No answer (" + e + ") to " + request.inShort());
            }
        }
    }

    /**
     * Where the address has no room in a header, the server answers while the client still sends, and closes: the answer may be
     * overtaken by the reset of the connection (RFC 9112, section 9.6). One of a few such requests must have it.
     */
    private HttpResponse<byte[]> answer(Sent request) throws IOException, InterruptedException {
        for (int left = request.target().length() > HEADER_BYTES ? 4 : 0; ; left--) {
            try {
                return http.send(built(request), BodyHandlers.ofByteArray());
            } catch (IOException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private static HttpRequest built(Sent request) {
        HttpRequest.Builder built = HttpRequest.newBuilder(origin.resolve(request.target()))
                .method(
                        request.method(),
                        request.body().length == 0 && !request.method().equals("POST")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(built::setHeader);
        return built.build();
    }

    private void examine(String request, int status, String body) {
        if (status >= 500) {
            faults.add(status + " to " + request + " : " + body);
        } else if (status >= 400 && INSIDE.matcher(body).find()) {
            faults.add("The inside is told to " + request + " : " + body);
        }
    }

    @Test
    @Order(1)
    void what_no_client_library_sends_is_refused_and_the_next_request_answered() throws Exception {
        for (String request : RawRequests.all()) {
            String answer = RawRequests.answer(origin.getPort(), request);
            // The one right answer to a version of HTTP that is not spoken, and to an encoding that is not known.
            boolean isPrescribed = answer.startsWith("HTTP/1.1 505 ") || answer.startsWith("HTTP/1.1 501 ");
            int status = answer.isEmpty() || isPrescribed ? 400 : Integer.parseInt(answer.substring(9, 12));
            examine(request.substring(0, Math.min(200, request.length())), status, answer);
        }

        assertThat(faults).isEmpty();
        assertThat(stele.getUnknown("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void every_page_lets_a_browser_load_from_here_alone_and_has_no_script_or_style_within_it() throws Exception {
        for (String page : List.of(
                "/",
                "/states/RUS",
                "/events",
                "/events/1",
                "/due",
                "/discrepancies",
                "/changes",
                "/screenings",
                "/list-versions",
                "/sign-in",
                "/file",
                "/nothing-here")) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(origin.resolve(page))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(page)
                    .startsWith("text/html");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(page)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Frame-Options")).as(page).hasValue("DENY");
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .as(page)
                    .hasValue("same-origin");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .as(page)
                    .hasValue("same-origin");
            assertThat(answer.headers().firstValue("Cross-Origin-Embedder-Policy"))
                    .as(page)
                    .hasValue("require-corp");
            assertThat(WITHIN_PAGE.matcher(answer.body()).results().map(java.util.regex.MatchResult::group))
                    .as(page)
                    .isEmpty();
        }
    }

    /** Last: the requests of the other tests are in the log as well, with tokens in their headers. */
    @Test
    @Order(2)
    void no_secret_is_in_the_log_of_a_program_that_logs_what_it_does() throws Exception {
        assumeThat(IS_LONG).as("a long run logs little").isFalse();
        Path home = directory.resolve("home");
        LoggedSecrets secrets = new LoggedSecrets();

        secrets.use(stele, home);

        String log = Files.readString(stele.output(), StandardCharsets.ISO_8859_1)
                + Files.readString(home.resolve("postgresql.log"), StandardCharsets.ISO_8859_1);
        assertThat(log).contains("DEBUG").contains("Securing POST /sign-in");
        secrets.requireNoneIn(log);
    }

    private static JsonNode description() throws IOException, InterruptedException {
        return stele.json("/v3/api-docs");
    }

    private static List<String> tokens() throws IOException {
        List<String> tokens = new ArrayList<>();
        for (JsonNode account : JSON.readTree(Files.readAllBytes(directory.resolve("home/demo-credentials.json")))) {
            tokens.add(account.path("token").asString());
        }
        return tokens;
    }

    /** Ids, States, positions and digests of what is on record. */
    private static List<String> known() throws IOException, InterruptedException {
        List<String> known = new ArrayList<>(List.of("RUS", "NOR", "MOZ", "2019-12-22", "2018", "1", "100", "REP-FIN"));
        for (JsonNode event : stele.json("/api/v1/events?limit=200").path("events")) {
            known.add(event.path("position").asString());
            event.path("payload").propertyStream().forEach(field -> {
                String value = field.getValue().asString("");
                if (value.length() == 36 || value.length() == 64) {
                    known.add(value);
                }
            });
        }
        return known;
    }
}

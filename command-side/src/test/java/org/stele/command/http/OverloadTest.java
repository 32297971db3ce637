package org.stele.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stele.command.testing.CommandServer;
import org.stele.command.testing.CommandSideWithoutSignIn;
import org.stele.events.MemberState;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.schema.LedgerRoles;
import org.stele.identity.IdentityMigration;
import tools.jackson.databind.json.JsonMapper;

/**
 * More commands than the ledger can take: accepted ones are recorded; the others are refused at once and may be sent
 * again; readers are not affected. The writer is blocked by the lock that writers of several nodes take in turns.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SpringBootTest(
        classes = CommandSideWithoutSignIn.class,
        properties = "stele.command.most-waiting=" + OverloadTest.MAX_WAITING,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OverloadTest {

    static final int MAX_WAITING = 20;

    private static final int COMMANDS = 120;
    private static final String WRITER_LOCK = "pg_advisory_lock(" + 0x5354454C45L + ")";
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final TestDatabase DATABASE = TestDatabase.create();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LedgerReader ledger = new LedgerReader(DATABASE.projection());

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("stele.home", () -> CommandServer.newHome().toString());
        IdentityMigration.migrate(DATABASE.owner());
        properties.add("STELE_DB_URL", DATABASE::jdbcUrl);
        properties.add("STELE_DB_COMMAND_USER", () -> LedgerRoles.COMMAND);
        properties.add("STELE_DB_COMMAND_PASSWORD", () -> DATABASE.roles().commandPassword());
    }

    /** One command, asked under its own key as often as it takes. */
    private record Asked(MemberState state, UUID key, CompletableFuture<HttpResponse<String>> answer) {

        boolean isRefused() {
            return answer.isDone() && answer.join().statusCode() != 201;
        }
    }

    @Test
    void commands_above_the_limit_are_refused_and_accepted_ones_are_recorded_once() throws Exception {
        List<Asked> flood = new ArrayList<>();
        medianRead(20);
        long medianRead;
        try (Connection holder = DATABASE.superuser().getConnection();
                var statement = holder.createStatement()) {
            statement.execute("SELECT " + WRITER_LOCK);
            for (int i = 0; i < COMMANDS; i++) {
                flood.add(post(MemberState.values()[i], UUID.randomUUID()));
            }
            Awaitility.await().atMost(SOON).until(() -> refused(flood).size() >= COMMANDS / 4);
            medianRead = medianRead(21);
            assertThat(ledger.head()).isZero();
            assertThat(refused(flood)).allSatisfy(OverloadTest::tells_when_to_come_again);
        }
        List<HttpResponse<String>> answers =
                flood.stream().map(asked -> asked.answer().join()).toList();
        List<Asked> refused = refused(flood);

        assertThat(medianRead).isLessThan(1_000);
        assertThat(ledger.head()).isEqualTo(COMMANDS - refused.size());
        assertThat(positions(answers)).hasSize(COMMANDS - refused.size());
        List<Asked> again = refused.stream().map(this::again).toList();
        refused(again)
                .forEach(asked -> Awaitility.await()
                        .atMost(SOON)
                        .until(() -> !again(asked).isRefused()));
        assertThat(ledger.head()).isEqualTo(COMMANDS);
        assertThat(flood)
                .allSatisfy(asked ->
                        assertThat(again(asked).answer().join().statusCode()).isEqualTo(201));
        assertThat(ledger.head()).isEqualTo(COMMANDS);
    }

    private static void tells_when_to_come_again(Asked asked) {
        HttpResponse<String> answer = asked.answer().join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("code").stringValue())
                .isEqualTo("ledger-overloaded");
    }

    private static List<Asked> refused(List<Asked> all) {
        return all.stream().filter(Asked::isRefused).toList();
    }

    private static Set<Long> positions(List<HttpResponse<String>> answers) {
        Set<Long> positions = new TreeSet<>();
        answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .forEach(answer -> positions.add(JsonMapper.shared()
                        .readTree(answer.body())
                        .path("position")
                        .longValue()));
        return positions;
    }

    /** Milliseconds that a page took, of several that are read one after another; a busy machine may hold one of them up. */
    private long medianRead(int reads) throws Exception {
        long[] nanos = new long[reads];
        for (int i = 0; i < reads; i++) {
            long before = System.nanoTime();
            HttpResponse<String> page = http.send(request("/file").build(), BodyHandlers.ofString());
            nanos[i] = System.nanoTime() - before;
            assertThat(page.statusCode()).isEqualTo(200);
        }
        Arrays.sort(nanos);
        return nanos[reads / 2] / 1_000_000;
    }

    /** The same command under the same key. */
    private Asked again(Asked asked) {
        Asked again = post(asked.state(), asked.key());
        again.answer().join();
        return again;
    }

    private Asked post(MemberState state, UUID key) {
        HttpRequest request = request("/api/v1/attestations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .header("X-Stele-User", "staff-of-signatory")
                .header("X-Stele-Role", "signatory")
                .header("X-Stele-State", state.iso3())
                .POST(BodyPublishers.ofString("{\"obligation\":\"OTHER\"}"))
                .build();
        return new Asked(state, key, http.sendAsync(request, BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}

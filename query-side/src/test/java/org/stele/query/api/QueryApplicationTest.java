package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.stele.query.QuerySideApplication;
import org.stele.query.filed.StateFiles;
import org.stele.query.filed.Table;
import org.stele.query.filed.TestLedger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side as an application, on a real database with what States really filed, over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@SpringBootTest(
        classes = {QuerySideApplication.class, QueryApplicationTest.Surroundings.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class QueryApplicationTest {

    /** Late in the evening in New York, and the next day in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-24T03:30:00Z");

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean(destroyMethod = "close")
        TestLedger testLedger() {
            TestLedger ledger = new TestLedger();
            ledger.appendTables();
            return ledger;
        }

        @Bean
        DataSource queryDataSource(TestLedger ledger) {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(ledger.database().query());
            return pool;
        }

        @Bean
        Clock queryClock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private TestLedger ledger;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void until_the_projection_is_there() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> get("/actuator/health").statusCode() == 200);
    }

    @Test
    void a_state_file_has_the_shape_that_others_rely_on() {
        JsonNode state = json("/api/v1/states/RUS?effectiveOn=2019-12-23&knownOn=2019-12-23");

        assertThat(state.get("memberState")).isEqualTo(JSON.readTree("""
                {"iso3":"RUS","name":"Russian Federation"}"""));
        assertThat(state.get("view"))
                .isEqualTo(JSON.readTree("""
                {"effectiveOn":"2019-12-23","knownOn":"2019-12-23","treeSize":%d}""".formatted(ledger.reader().head())));
        assertThat(state.get("repatriation")).isEqualTo(JSON.readTree("""
                {"status":"NOT_REPORTED_COMPLETE","baseline":{"count":30023,"basis":"PERMITS"},"repatriatedCount":18533,
                 "remaining":{"count":11490,"effectiveOn":"2018-12-31"},"exemptCount":0,"disputedCount":0,
                 "outstandingCount":11490}"""));
        assertThat(state.get("obligations")).isEqualTo(JSON.readTree("""
                {"REP-MID":{"status":"MET_ON_TIME","dueOn":"2019-03-22","firstReceived":"2019-03-06"},
                 "REP-HALF":{"status":"NOT_TRIGGERED"},
                 "REP-FIN":{"status":"OPEN","dueOn":"2020-03-22","firstReceived":null}}"""));
        assertThat(state.get("flags")).isEqualTo(JSON.readTree("""
                ["EVIDENCE_ON_RECORD","FIGURE_DERIVED","PERIOD_MISMATCH","BACKFILLED"]"""));
        assertThat(state.get("submitted")).isEqualTo(JSON.readTree("[]"));
    }

    @Test
    void a_count_that_is_not_stated_is_null() {
        JsonNode china = json("/api/v1/states/CHN?effectiveOn=2019-12-22&knownOn=2019-12-22");

        assertThat(china.get("repatriation")).isEqualTo(JSON.readTree("""
                {"status":"INDETERMINATE","baseline":{"count":null,"basis":"NOT_DISCLOSED"},"repatriatedCount":null,
                 "remaining":{"count":null,"effectiveOn":null},"exemptCount":0,"disputedCount":0,
                 "outstandingCount":null}"""));
    }

    @Test
    void dates_are_today_in_New_York_unless_they_are_named() {
        JsonNode view = json("/api/v1/states/NOR").get("view");

        assertThat(view.get("effectiveOn").asString()).isEqualTo("2026-11-23");
        assertThat(view.get("knownOn").asString()).isEqualTo("2026-11-23");
    }

    @Test
    void a_size_of_nothing_shows_nothing() {
        JsonNode state = json("/api/v1/states/RUS?treeSize=0");

        assertThat(state.at("/repatriation/status").asString()).isEqualTo("NO_INFORMATION");
        assertThat(state.get("flags")).isEmpty();
    }

    @Test
    void an_unknown_state_is_not_found_in_words() {
        HttpResponse<String> response = get("/api/v1/states/rus");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("code").asString()).isEqualTo("unknown-member-state");
        assertThat(problem.get("detail").asString()).contains("ISO 3166-1 alpha-3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/states/RUS?effectiveOn=2019-13-01",
                "/api/v1/states/RUS?effectiveOn=2019-02-29",
                "/api/v1/states/RUS?effectiveOn=2019-2-1",
                "/api/v1/states/RUS?effectiveOn=",
                "/api/v1/states/RUS?knownOn=today",
                "/api/v1/states/RUS?knownOn=%2B10000-01-01",
                "/api/v1/states/RUS?treeSize=-1",
                "/api/v1/states/RUS?treeSize=1000000",
                "/api/v1/states/RUS?treeSize=99999999999999999999",
                "/api/v1/states/RUS?treeSize=1&treeSize=1",
                "/api/v1/states/RUS?asOf=2019-12-22",
                "/api/v1/states?after=1",
                "/api/v1/board?effectiveOn=%00",
                "/api/v1/board?state=RUS",
                "/api/v1/events?state=XXX",
                "/api/v1/events?type=attestation.AttestationForgotten",
                "/api/v1/events?limit=0",
                "/api/v1/events?limit=1001",
                "/api/v1/events?after=-1",
                "/api/v1/events?after=1&after=2",
                "/api/v1/events?treeSize=1000000",
                "/api/v1/events?page=2"
            })
    void a_parameter_of_a_wrong_form_is_refused_by_name(String path) {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode errors = JSON.readTree(response.body()).get("errors");
        String query = URI.create("http://localhost" + path).getRawQuery();
        assertThat(errors.get(0).get("field").asString()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void the_board_has_every_state_and_counts_them() {
        JsonNode board = json("/api/v1/board?effectiveOn=2019-12-22&knownOn=2019-12-22");

        assertThat(board.get("states")).hasSize(193);
        assertThat(board.at("/states/0").propertyNames())
                .containsExactly("iso3", "repatriation", "REP-MID", "REP-HALF", "REP-FIN", "flags");
        for (String status : List.of("repatriation", "REP-MID", "REP-HALF", "REP-FIN")) {
            assertThat(board.at("/counts/" + status).values().stream()
                            .mapToInt(JsonNode::asInt)
                            .sum())
                    .isEqualTo(193);
        }
        assertThat(board.at("/counts/repatriation/NO_INFORMATION").asInt())
                .isEqualTo((int) board.get("states").values().stream()
                        .filter(state -> state.get("repatriation").asString().equals("NO_INFORMATION"))
                        .count());
    }

    @Test
    void the_board_says_of_each_state_what_its_own_file_says() {
        String view = "?effectiveOn=2020-12-31&knownOn=2020-06-30&treeSize=120";
        JsonNode board = json("/api/v1/board" + view);

        for (JsonNode listed : board.get("states").values()) {
            JsonNode state = json("/api/v1/states/" + listed.get("iso3").asString() + view);
            assertThat(listed.get("repatriation")).isEqualTo(state.at("/repatriation/status"));
            assertThat(listed.get("REP-MID")).isEqualTo(state.at("/obligations/REP-MID/status"));
            assertThat(listed.get("REP-HALF")).isEqualTo(state.at("/obligations/REP-HALF/status"));
            assertThat(listed.get("REP-FIN")).isEqualTo(state.at("/obligations/REP-FIN/status"));
            assertThat(listed.get("flags")).isEqualTo(state.get("flags"));
        }
    }

    @Test
    void the_list_names_193_member_states() {
        assertThat(json("/api/v1/states").get("states")).hasSize(193);
    }

    @Test
    void events_come_in_pages_complete_and_in_order() {
        List<Long> positions = new ArrayList<>();
        String after = "0";
        do {
            JsonNode page = json("/api/v1/events?limit=50&after=" + after);
            page.get("events")
                    .values()
                    .forEach(event -> positions.add(event.get("position").asLong()));
            after = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!after.isEmpty());

        assertThat(positions).hasSize((int) ledger.reader().head()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_last_page_is_the_last_even_when_it_is_full() {
        long head = ledger.reader().head();

        JsonNode page = json("/api/v1/events?limit=10&after=" + (head - 10));

        assertThat(page.get("events")).hasSize(10);
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("treeSize").asLong()).isEqualTo(head);
    }

    @Test
    void an_event_is_shown_as_it_is_stored() {
        JsonNode event = json("/api/v1/events?state=RUS&type=attestation.AttestationReceived")
                .get("events")
                .get(0);

        assertThat(event.propertyNames())
                .containsExactly(
                        "position",
                        "eventId",
                        "type",
                        "typeVersion",
                        "recordedAt",
                        "state",
                        "payload",
                        "metadata",
                        "leafHash");
        assertThat(event.get("type").asString()).isEqualTo("attestation.AttestationReceived");
        assertThat(event.get("state").asString()).isEqualTo("RUS");
        assertThat(event.at("/payload/received").asString()).isEqualTo("2019-03-06");
        assertThat(event.get("recordedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(event.get("leafHash").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void json_lines_stream_every_event_without_paging() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri("/api/v1/events?treeSize=150"))
                        .header("Accept", "application/jsonl")
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/jsonl");
        List<String> lines = Arrays.asList(response.body().split("\n", -1));
        assertThat(lines).hasSize(151).last().asString().isEmpty();
        assertThat(JSON.readTree(lines.get(149)).get("position").asLong()).isEqualTo(150);
    }

    @Test
    void json_lines_refuse_a_wrong_parameter_as_json_does() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri("/api/v1/events?limit=x"))
                        .header("Accept", "application/jsonl")
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/states/POL", "/api/v1/board"})
    void a_view_that_has_not_changed_is_not_sent_again(String path) throws Exception {
        String tag = get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = http.send(
                HttpRequest.newBuilder(uri(path)).header("If-None-Match", tag).build(), BodyHandlers.ofString());
        HttpResponse<String> other = http.send(
                HttpRequest.newBuilder(uri(path + "?treeSize=7"))
                        .header("If-None-Match", tag)
                        .build(),
                BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void every_worked_example_holds_over_http() {
        for (Table.Row example : Table.read(StateFiles.tables().resolve("worked-examples.csv"))) {
            String day = example.text("as_of");
            JsonNode state =
                    json("/api/v1/states/%s?effectiveOn=%s&knownOn=%s".formatted(example.text("iso3"), day, day));
            String obligation = example.text("obligation");

            JsonNode status = obligation.equals("REPAT")
                    ? state.at("/repatriation/status")
                    : state.at("/obligations/%s/status".formatted(obligation));

            assertThat(status.asString()).isEqualTo(example.text("expected_status"));
        }
    }

    @Test
    void health_names_head_and_position() {
        JsonNode details = json("/actuator/health").at("/components/projection/details");

        assertThat(details.get("position").asLong()).isEqualTo(ledger.reader().head());
        assertThat(details.get("head").asLong()).isEqualTo(ledger.reader().head());
    }

    private JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}

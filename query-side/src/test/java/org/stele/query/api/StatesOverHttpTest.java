package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.filed.Table;
import tools.jackson.databind.JsonNode;

/** State files and the board: shapes, defaults, refusals, entity tags; health and rebuild. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatesOverHttpTest extends RunningQuerySide {

    @Test
    void statuses_that_depend_on_figures_of_others_are_named() {
        JsonNode russia = json("/api/v1/states/RUS?effectiveOn=2019-12-23&knownOn=2019-12-23");
        JsonNode norway = json("/api/v1/states/NOR");

        assertThat(russia.get("derived").values().stream().map(JsonNode::asString))
                .containsExactly("BASELINE", "REPATRIATED", "REMAINING", "REPAT", "REP-HALF");
        assertThat(norway.get("derived")).isEmpty();
    }

    @Test
    void a_state_file_has_the_shape_that_others_rely_on() {
        JsonNode state = json("/api/v1/states/RUS?effectiveOn=2019-12-23&knownOn=2019-12-23");

        assertThat(state.get("memberState")).isEqualTo(JSON.readTree("""
            {"iso3":"RUS","name":"Russian Federation"}\
            """));
        assertThat(state.get("view")).isEqualTo(JSON.readTree("""
            {"effectiveOn":"2019-12-23","knownOn":"2019-12-23","treeSize":%s,"audience":"AUDIT"}\
            """.formatted(head())));
        assertThat(state.get("repatriation")).isEqualTo(JSON.readTree("""
            {"status":"NOT_REPORTED_COMPLETE","baseline":{"count":30023,"basis":"PERMITS"},"repatriatedCount":18533,
             "remaining":{"count":11490,"effectiveOn":"2018-12-31"},"exemptCount":0,"disputedCount":0,
             "outstandingCount":11490}\
            """));
        assertThat(state.get("obligations")).isEqualTo(JSON.readTree("""
            {"REP-MID":{"status":"MET_ON_TIME","dueOn":"2019-03-22","firstReceived":"2019-03-06"},
             "REP-HALF":{"status":"NOT_TRIGGERED"},
             "REP-FIN":{"status":"OPEN","dueOn":"2020-03-22","firstReceived":null}}\
            """));
        assertThat(state.get("flags")).isEqualTo(JSON.readTree("""
            ["EVIDENCE_ON_RECORD","FIGURE_DERIVED","PERIOD_MISMATCH","BACKFILLED"]\
            """));
        assertThat(state.get("submitted")).isEqualTo(JSON.readTree("[]"));
    }

    @Test
    void a_count_that_is_not_stated_is_null() {
        JsonNode china = json("/api/v1/states/CHN?effectiveOn=2019-12-22&knownOn=2019-12-22");

        assertThat(china.get("repatriation")).isEqualTo(JSON.readTree("""
            {"status":"INDETERMINATE","baseline":{"count":null,"basis":"NOT_DISCLOSED"},"repatriatedCount":null,
             "remaining":{"count":null,"effectiveOn":null},"exemptCount":0,"disputedCount":0,
             "outstandingCount":null}\
            """));
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
                "/api/v1/board?knownOn=%ED%A0%80",
                "/api/v1/events?after=%FF",
                "/api/v1/events?state=%C0%80",
                "/api/v1/states?%FF=1",
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
    void a_reader_who_has_any_view_or_names_it_in_a_list_is_told_so() {
        for (String path : List.of("/api/v1/states/NOR", "/api/v1/board", "/", "/states/NOR", "/events")) {
            String tag = get(path).headers().firstValue("ETag").orElseThrow();

            for (String known : List.of("*", tag, "\"x\", " + tag, "W/\"x\" , " + tag + ",")) {
                HttpResponse<String> again = get(path, "If-None-Match", known);
                assertThat(again.statusCode()).as("%s %s", path, known).isEqualTo(304);
                assertThat(again.headers().firstValue("ETag")).hasValue(tag);
                assertThat(again.body()).isEmpty();
            }
            assertThat(get(path, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
            assertThat(get(path, "If-Match", "\"x\"").statusCode()).isEqualTo(412);
            assertThat(get(path, "If-Match", "*").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_list_names_193_member_states() {
        assertThat(json("/api/v1/states").get("states")).hasSize(193);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/states/POL", "/api/v1/board"})
    void a_view_that_has_not_changed_is_not_sent_again(String path) {
        String tag = get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get(path, "If-None-Match", tag);
        HttpResponse<String> other = get(path + "?treeSize=7", "If-None-Match", tag);

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

        assertThat(details.get("position").asLong()).isEqualTo(head());
        assertThat(details.get("head").asLong()).isEqualTo(head());
    }

    @Test
    void an_operator_rebuilds_the_projection_and_nothing_that_is_read_changes() {
        JsonNode before = json("/api/v1/board");

        HttpResponse<String> rebuilt = send(operation(request("/actuator/projection")));

        assertThat(rebuilt.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(rebuilt.body()).get("position").asLong()).isEqualTo(head());
        assertThat(json("/actuator/projection")).isEqualTo(JSON.readTree(rebuilt.body()));
        assertThat(json("/api/v1/board")).isEqualTo(before);
    }

    @Test
    void who_asks_from_elsewhere_has_to_say_who_it_is_where_there_is_no_public() {
        for (String path : List.of("/api/v1/board", "/states/NOR", "/api/v1/events", "/api/v1/events/1/opening")) {
            HttpResponse<String> refused = get(path, "X-Real-IP", "192.0.2.1");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("STELE_PUBLIC_ACCESS");
        }
        assertThat(get("/log/checkpoint", "X-Real-IP", "192.0.2.1").statusCode())
                .isNotEqualTo(401);
    }

    @Test
    void the_description_of_the_api_names_every_parameter() {
        JsonNode paths = json("/v3/api-docs").get("paths");

        assertThat(paths.get("/api/v1/states/{iso3}").at("/get/parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("iso3", "effectiveOn", "knownOn", "treeSize", "audience");
        assertThat(paths.get("/api/v1/events").at("/get/parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder(EventQuery.PARAMETERS);
    }
}

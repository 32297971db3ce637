package org.stele.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.standalone.RunningApplication.CommandResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of docs/TOUR.md, one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TourIT {

    private static final Path SECOND_LIST = Path.of("src", "main", "resources", "demo", "invented-list-v2.xml");
    private static final String THEN = "?effectiveOn=2019-12-23&knownOn=2019-12-23";
    private static final String LATER = "?effectiveOn=2019-12-23&knownOn=2020-06-01";

    @TempDir
    static Path directory;

    private static RunningApplication stele;

    @BeforeAll
    static void start_on_an_empty_home() throws IOException {
        stele = RunningApplication.start(
                        RunningApplication.jar("standalone", "stele.jar"),
                        directory,
                        Map.of("STELE_HOME", directory.resolve("home").toString()))
                .awaitHealthy();
    }

    @AfterAll
    static void stop() {
        stele.close();
    }

    @Test
    void the_russian_federation_had_reported_figures_and_what_changed_has_causes() throws Exception {
        JsonNode then = stele.json("/api/v1/states/RUS" + THEN);
        JsonNode changes = stele.json("/api/v1/states/RUS/changes?from=2019-12-22/2019-12-22/&to=//");

        assertThat(then.at("/repatriation/status").asString()).isEqualTo("NOT_REPORTED_COMPLETE");
        assertThat(then.at("/repatriation/baseline/count").asInt()).isEqualTo(30_023);
        assertThat(then.at("/repatriation/repatriatedCount").asInt()).isEqualTo(18_533);
        assertThat(then.at("/repatriation/remaining/count").asInt()).isEqualTo(11_490);
        assertThat(then.at("/flags").toString()).contains("FIGURE_DERIVED");
        assertThat(changes.at("/changes/0").toString())
                .isEqualTo(
                        "{\"what\":\"repatriation.status\",\"from\":\"IN_PROGRESS\",\"to\":\"INCOMPLETE_EXPLAINED\"}");
        assertThat(changes.at("/changes").toString())
                .contains("{\"what\":\"repatriation.remaining.count\",\"from\":11490,\"to\":511}");
        assertThat(changes.at("/causes/entered").findValuesAsString("kind"))
                .contains("ATTESTATION", "REMAINING_FIGURE");
        assertThat(changes.at("/causes/milestones").toString())
                .contains("{\"obligation\":\"REPAT\",\"kind\":\"DUE\",\"on\":\"2019-12-22\"}");
    }

    @Test
    void the_public_does_not_see_what_china_asked_to_withhold() throws Exception {
        JsonNode auditor = stele.json("/api/v1/states/CHN" + LATER);
        JsonNode everybody = stele.json("/api/v1/states/CHN" + LATER + "&audience=PUBLIC");

        assertThat(auditor.at("/repatriation/status").asString()).isEqualTo("INDETERMINATE");
        assertThat(everybody.at("/repatriation/status").asString()).isEqualTo("WITHHELD");
        assertThat(everybody.at("/obligations/REP-MID/status").asString()).isEqualTo("MET_ON_TIME");
    }

    @Test
    void a_disputed_claim_of_mozambique_lowers_nothing() throws Exception {
        JsonNode file = stele.json("/api/v1/states/MOZ");

        assertThat(file.at("/repatriation/status").asString()).isEqualTo("CLAIM_DISPUTED");
        assertThat(file.at("/repatriation/disputedCount").asInt()).isEqualTo(97);
        assertThat(file.at("/repatriation/outstandingCount").asInt()).isEqualTo(97);
    }

    @Test
    void departures_from_nepal_that_were_reported_elsewhere_are_an_open_discrepancy() throws Exception {
        JsonNode one = stele.json("/api/v1/discrepancies?state=NPL").at("/discrepancies/0");

        assertThat(one.path("code").asString()).isEqualTo("DEPARTURES_ELSEWHERE");
        assertThat(one.path("status").asString()).isEqualTo("OPEN");
        assertThat(one.at("/figures/figure").asInt()).isEqualTo(10);
    }

    @Test
    void evidence_long_after_a_report_contests_nothing() throws Exception {
        assertThat(stele.json("/api/v1/states/SEN").at("/flags").toString())
                .contains("LATER_EVIDENCE")
                .doesNotContain("CONTESTED");
    }

    @Test
    void a_list_that_amends_an_entry_reopens_its_verdict_and_one_that_changes_bytes_alone_does_not() throws Exception {
        JsonNode first = stele.json("/api/v1/list-versions").at("/listVersions/0");
        String list = first.path("sha256").asString();
        assertThat(Files.readString(Path.of("..", "docs", "TOUR.md"))).contains(list);
        assertThat(first.path("source").asString()).contains(".invalid/invented-list-v1.xml");
        String amended = confirmed("KPi.503", list);
        String inBytes = confirmed("KPi.501", list);

        JsonNode second = loadSecondList();
        assertThat(second.path("status").asString()).isEqualTo("CURRENT");
        assertThat(second.at("/delta/amended").toString()).contains("KPi.503");

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        stele.get("/api/v1/screenings?status=REOPENED").body().contains(amended));
        List<String> rows = stele.get("/api/v1/screenings.csv").body().lines().toList();
        assertThat(rows.get(1))
                .contains(
                        amended,
                        "REOPENED",
                        "LIST_CHANGE KPi.503",
                        "demo-screening-analyst-nor",
                        "demo-screening-reviewer-nor",
                        list);
        assertThat(rows.get(2)).contains(inBytes, "CONFIRMED", "NOT_STATED").doesNotContain("LIST_CHANGE");
    }

    @Test
    void what_is_due_of_all_states_is_a_list_by_days() throws Exception {
        JsonNode due = stele.json("/api/v1/due?obligation=REP-FIN&effectiveOn=2020-03-12&knownOn=2020-03-12");
        String csv = stele.get("/api/v1/due.csv?effectiveOn=2020-03-12&knownOn=2020-03-12")
                .body();

        assertThat(due.at("/due/0").toString()).contains("REPORT_DUE", "\"days\":10");
        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .contains("REPORT_OVERDUE,REP-MID,2019-03-22,356,PAST");
    }

    @Test
    void evidence_is_verified_offline_and_a_changed_byte_is_named() throws Exception {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> stele.get("/api/v1/events/1/proof").statusCode() == 200);
        String key = stele.get("/log/key").body().strip();
        byte[] bundle = stele.bytes("/api/v1/states/RUS/evidence.zip");

        CommandResult verified = verify("evidence.zip", bundle, key);
        bundle[bundle.length / 2] ^= 1;
        CommandResult changed = verify("changed.zip", bundle, key);

        assertThat(verified.exitCode()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("VERIFIED");
        assertThat(changed.exitCode()).as(changed.output()).isEqualTo(1);
    }

    private static CommandResult verify(String name, byte[] bundle, String key) throws Exception {
        Path file = Files.write(directory.resolve(name), bundle);
        return RunningApplication.run(
                RunningApplication.jar("verifier", "stele-verify.jar"),
                directory,
                Map.of(),
                "bundle",
                file.toString(),
                "--key",
                key);
    }

    /** Loads the version of the invented list that lies beside the first. */
    private static JsonNode loadSecondList() throws Exception {
        Map<String, String> headers = new HashMap<>(stele.as("registrar"));
        headers.put("Content-Type", "application/xml");
        headers.put("X-Stele-Source", "https://example.invalid/invented-list-v2.xml");
        return recorded(stele.post("/api/v1/list-versions", Files.readAllBytes(SECOND_LIST), headers));
    }

    /** The id of a screening that found the entry, and of which two persons say that it is another. */
    private static String confirmed(String entry, String list) throws Exception {
        String screening = recorded(stele.post(
                        "/api/v1/screenings",
                        """
                        {"subject": "%s", "subjectKind": "PERSON", "question": "DESIGNATION", "trigger": "ONBOARDING",
                         "threshold": 0.7, "listSha256": "%s", "candidates": [{"entryReference": "%s", "score": 0.82}]}
                        """.formatted(UUID.randomUUID(), list, entry),
                        stele.as("screening-analyst", "NOR")))
                .path("id")
                .asString();
        String path = "/api/v1/screenings/" + screening;
        recorded(stele.post(path + "/verdict", """
                {"candidates": [{"entry": "%s", "disposition": "FALSE_POSITIVE", "reasonCode": "OTHER_PERSON",
                 "rationale": "Another year of birth."}]}
                """.formatted(entry), stele.as("screening-analyst", "NOR")));
        recorded(stele.post(path + "/confirmation", "{}", stele.as("screening-reviewer", "NOR")));
        return screening;
    }

    private static JsonNode recorded(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(response.body());
    }
}

package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.statefile.screening.ScreeningSamples.id;
import static org.stele.statefile.screening.ScreeningSamples.loaded;
import static org.stele.statefile.screening.ScreeningSamples.version;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.MemberState;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.list.ListDelta;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.screening.ScreeningSamples;
import tools.jackson.databind.JsonNode;

/** Screenings and list versions, for whoever may see them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestPropertySource(properties = "stele.test.own-application=screenings")
class ScreeningsOverHttpTest extends RunningQuerySide {

    /** The clock of the application stands before the ledger's. */
    private static final String VIEW = "effectiveOn=2100-01-01&knownOn=2100-01-01";

    private final ScreeningSamples norway = new ScreeningSamples(MemberState.NOR);
    private final ScreeningSamples sweden = new ScreeningSamples(MemberState.SWE);

    @Autowired
    private TestLedger own;

    @BeforeAll
    void screenings_are_on_record() {
        List<Object> events = new ArrayList<>();
        events.add(loaded("A", null, null, "KPi.001"));
        events.addAll(norway.verdict(1, 1, "A", Disposition.FALSE_POSITIVE, "KPi.001"));
        events.add(norway.requested(2, 2));
        events.addAll(sweden.verdict(3, 1, "A", Disposition.TRUE_MATCH, "KPi.001"));
        events.add(loaded("B", "A", new ListDelta(List.of("KPi.002"), List.of(), List.of(), 0), "KPi.001", "KPi.002"));
        events.add(norway.cleared(4, 1, SubjectKind.PERSON, "B"));
        own.append(events);
    }

    @Test
    void a_page_of_screenings_says_who_checked_what_with_what_and_who_agreed() {
        JsonNode page = json("/api/v1/screenings?state=NOR&" + VIEW, "auditor");

        assertThat(page.at("/view/audience").asString()).isEqualTo("AUDIT");
        assertThat(page.get("screenings").findValuesAsString("id"))
                .containsExactly(id(1).toString(), id(2).toString(), id(4).toString());
        JsonNode details = page.at("/screenings/0/details");
        assertThat(details.get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(details.at("/result/listVersion").asString())
                .isEqualTo(version("A").hex());
        assertThat(details.at("/result/settings/algorithm").asString()).isEqualTo("logic-v2");
        assertThat(details.at("/result/settings/version").isNull()).isTrue();
        assertThat(details.at("/confirmation/analyst").asString()).isEqualTo("analyst-1");
        assertThat(details.at("/confirmation/reviewer").asString()).isEqualTo("reviewer-1");
        assertThat(page.get("incomplete").asBoolean()).isFalse();
        assertThat(page.get("unreadable")).isEmpty();
        assertThat(json("/api/v1/screenings?status=REQUESTED&" + VIEW, "auditor")
                        .get("screenings"))
                .hasSize(1);
    }

    @Test
    void pages_follow_each_other_until_the_last() {
        JsonNode first = json("/api/v1/screenings?limit=3&" + VIEW, "custodian");
        JsonNode second = json("/api/v1/screenings?after=" + first.get("next").asLong() + "&" + VIEW, "custodian");

        assertThat(first.get("screenings")).hasSize(3);
        assertThat(second.get("screenings").findValuesAsString("id")).containsExactly(id(4).toString());
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void each_audience_is_given_its_part_and_no_more() {
        assertThat(json("/api/v1/screenings?audience=PUBLIC&" + VIEW).get("screenings"))
                .isEmpty();
        assertThat(json("/api/v1/screenings?" + VIEW, "monitor").get("screenings"))
                .isEmpty();
        assertThat(json("/api/v1/screenings?" + VIEW, "signatory", "DNK").get("screenings"))
                .isEmpty();
        assertThat(json("/api/v1/screenings?" + VIEW, "screening-analyst", "SWE")
                        .get("screenings"))
                .hasSize(1);
        JsonNode verdicts = json("/api/v1/screenings?" + VIEW, "chair").get("screenings");
        assertThat(verdicts).hasSize(2).allSatisfy(one -> {
            assertThat(one.get("withheld").asBoolean()).isTrue();
            assertThat(one.get("details").isNull()).isTrue();
            assertThat(one.get("question").asString()).isEqualTo("DESIGNATION");
            assertThat(one.get("confirmedOn").asString()).hasSize(10);
        });
        assertThat(json("/api/v1/screenings?status=CONFIRMED&" + VIEW, "chair").get("screenings"))
                .isEmpty();
        String one = "/api/v1/screenings/" + id(1) + "?" + VIEW;
        assertThat(getAs(one, "chair").body()).doesNotContain("KPi.001", "analyst-1");
        assertThat(getAs(one, "signatory", "SWE").statusCode()).isEqualTo(404);
        assertThat(get(one + "&audience=PUBLIC").body()).contains("unknown-screening");
        assertThat(json("/api/v1/screenings/due?" + VIEW, "registrar").get("due"))
                .isEmpty();
        assertThat(json("/api/v1/screenings/pairings?audience=PUBLIC&" + VIEW).get("pairings"))
                .isEmpty();
    }

    @Test
    void one_screening_has_its_whole_history() {
        JsonNode one = json("/api/v1/screenings/" + id(1) + "?" + VIEW, "screening-reviewer", "NOR");

        assertThat(one.get("steps").findValuesAsString("type"))
                .containsExactly(
                        "screening.ScreeningRequested",
                        "screening.ScreeningHitsRecorded",
                        "screening.ScreeningVerdictProposed",
                        "screening.ScreeningVerdictConfirmed");
        assertThat(one.at("/steps/1/event/candidates/0/features/name").asDouble())
                .isEqualTo(0.9);
        assertThat(one.at("/steps/2/event/candidates/0/rationale").asString()).isEqualTo("=not the same");
        assertThat(one.at("/steps/3/leafHash").asString()).hasSize(64);
        assertThat(json("/api/v1/screenings/" + id(1) + "?knownOn=2020-01-01", "auditor", 404)
                        .get("code")
                        .asString())
                .isEqualTo("unknown-screening");
    }

    @Test
    void what_is_due_and_paired_and_how_two_results_differ_follows() {
        JsonNode due = json("/api/v1/screenings/due?" + VIEW, "auditor").get("due");
        assertThat(due.findValuesAsString("screening")).containsExactly(id(3).toString());
        assertThat(due.at("/0/added/0").asString()).isEqualTo("KPi.002");

        JsonNode pairings =
                json("/api/v1/screenings/pairings?" + VIEW, "auditor").get("pairings");
        assertThat(pairings.findValuesAsString("entry")).containsExactly("KPi.001");
        assertThat(pairings.at("/0/memberState").asString()).isEqualTo("NOR");

        String lookback = "/api/v1/screenings/" + id(4) + "/lookback?" + VIEW;
        JsonNode compared = json(lookback + "&with=" + id(1), "auditor");
        assertThat(compared.get("changed").values().stream().map(JsonNode::asString))
                .containsExactly("listVersion");
        assertThat(compared.at("/entries/0/laterScore").isNull()).isTrue();
        assertThat(json(lookback + "&with=" + id(2), "auditor", 422).get("code").asString())
                .isEqualTo("not-comparable");
        assertThat(json(lookback, "auditor", 400).at("/errors/0/field").asString())
                .isEqualTo("with");
    }

    @Test
    void everybody_sees_the_versions_of_the_lists() {
        JsonNode versions = json("/api/v1/list-versions?" + VIEW).get("listVersions");
        assertThat(versions.findValuesAsString("standing")).containsExactly("REPLACED", "CURRENT");

        String delta = "/api/v1/list-versions/%s/delta?" + VIEW;
        assertThat(json(delta.formatted(version("B").hex()))
                        .at("/delta/added/0")
                        .asString())
                .isEqualTo("KPi.002");
        assertThat(json(delta.formatted(version("A").hex())).get("delta").isNull())
                .isTrue();
        assertThat(get(delta.formatted("0".repeat(64))).statusCode()).isEqualTo(404);
    }

    @Test
    void the_export_of_screenings_is_for_the_same_readers() {
        String export = "/api/v1/screenings.csv?" + VIEW;
        List<String> whole = getAs(export, "auditor").body().lines().toList();
        assertThat(whole).hasSize(5);
        assertThat(whole.get(1)).contains("NOR", "logic-v2", "NOT_STATED", "analyst-1", "reviewer-1", "KPi.001=0.81");
        List<String> verdicts = getAs(export, "chair").body().lines().toList();
        assertThat(verdicts).hasSize(3);
        assertThat(verdicts.get(1)).contains("FALSE_POSITIVE", "withheld").doesNotContain("KPi.001", "analyst-1");
        assertThat(get(export + "&audience=PUBLIC").body().lines()).hasSize(1);
    }

    @Test
    void the_pages_give_each_audience_its_part_and_no_more() {
        String list = "/screenings?" + VIEW;
        String one = "/screenings/" + id(1) + "?" + VIEW;

        assertThat(page(list, "auditor")).contains("1 to 4 of 4", "Norway", "Sweden", "verdict confirmed");
        assertThat(page(list + "&state=SWE&status=CONFIRMED&question=DESIGNATION", "auditor"))
                .contains("1 to 1 of 1", "true match", "/api/v1/screenings.csv?");
        assertThat(page(list + "&question=PARAGRAPH_8", "auditor")).contains("Nothing in this view.");
        assertThat(page(list, "chair"))
                .contains("1 to 2 of 2", "false positive", "withheld from you")
                .doesNotContain("verdict confirmed", "0.81");
        assertThat(page(one, "chair"))
                .contains("Is the subject designated?", "false positive")
                .doesNotContain("KPi.001", "analyst-1", "OTHER_BIRTH_YEAR", "id=\"history\"");
        assertThat(page(list, "monitor")).contains("Nothing in this view.", "Screenings are about persons.");
        assertThat(getAs(one, "monitor").statusCode()).isEqualTo(404);
        assertThat(getAs(one, "signatory", "SWE").statusCode()).isEqualTo(404);
        assertThat(get(one + "&audience=PUBLIC").statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_of_one_screening_has_candidates_verdicts_and_its_history() {
        assertThat(page("/screenings/" + id(1) + "?" + VIEW, "custodian"))
                .contains("KPi.001", "0.81", "name 0.9", "OTHER_BIRTH_YEAR", "=not the same")
                .contains("yes: another person agreed", "logic-v2", "Answered, with hits", "Verdict confirmed");
        assertThat(page("/screenings/" + id(4) + "?with=" + id(1) + "&" + VIEW, "custodian"))
                .contains("Not searched alike: list version.", "not found", "Nothing on the list resembles");
    }

    @Test
    void the_pages_of_what_follows_are_those_of_the_api() {
        assertThat(page("/screenings/due?" + VIEW, "auditor")).contains("1 to 1 of 1", "KPi.002", "Sweden");
        assertThat(page("/screenings/pairings?" + VIEW, "auditor")).contains("1 to 1 of 1", "KPi.001", "Norway");
        assertThat(page("/screenings/pairings?" + VIEW, "chair")).contains("Nothing in this view.");
        assertThat(page("/list-versions?" + VIEW, "monitor"))
                .contains("id=\"v-" + version("B").hex(), "replaced", "stands", "KPi.002", "1 added, 0 removed");
    }

    private String page(String path, String role) {
        HttpResponse<String> response = getAs(path, role);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private JsonNode json(String path, String role, String... state) {
        HttpResponse<String> response = getAs(path, role, state);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private JsonNode json(String path, String role, int status) {
        HttpResponse<String> response = getAs(path, role);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> getAs(String path, String role, String... state) {
        HttpRequest.Builder request =
                request(path).header("X-Stele-User", "staff-1").header("X-Stele-Role", role);
        if (state.length > 0) {
            request.header("X-Stele-State", state[0]);
        }
        return send(request);
    }
}

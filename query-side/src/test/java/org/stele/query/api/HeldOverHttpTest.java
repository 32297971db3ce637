package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.MemberState;
import org.stele.query.testing.TestLedger;
import tools.jackson.databind.JsonNode;

/** What readers and operators are told of events that are held back. It has an application of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "stele.test.own-application=held")
class HeldOverHttpTest extends RunningQuerySide {

    @Autowired
    private TestLedger own;

    @Test
    @Order(1)
    void readers_and_operators_see_what_is_held_back_and_from_where_on() {
        String before = get("/api/v1/states/POL").headers().firstValue("ETag").orElseThrow();
        long poisoned = own.appendUnknown("evidence.EvidenceForgotten", MemberState.POL);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> json("/actuator/projection").get("position").asLong() == poisoned);

        JsonNode poland = json("/api/v1/states/POL");
        assertThat(poland.at("/heldBack/fromPosition").asLong()).isEqualTo(poisoned);
        assertThat(json("/api/v1/states/NOR").get("heldBack").isNull()).isTrue();
        assertThat(json("/api/v1/states/POL?treeSize=" + (poisoned - 1))
                        .get("heldBack")
                        .isNull())
                .isTrue();
        assertThat(json("/api/v1/board").get("heldBack")).isEqualTo(JSON.readTree("""
                [{"iso3":"POL","fromPosition":%s}]""".formatted(poisoned)));
        HttpResponse<String> again = get("/api/v1/states/POL", "If-None-Match", before);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("ETag").orElseThrow()).contains(".held." + poisoned);
        assertThat(get("/states/POL").body()).contains("This file is not complete.");
        seenByOperators(poisoned);
    }

    @Test
    @Order(2)
    void nothing_of_a_body_that_cannot_be_read_is_told_and_details_are_for_auditors_and_operators() {
        long poisoned = own.appendStored(
                "repatriation.ArrivalRecorded",
                "2",
                Map.of(
                        "memberState", "FIN",
                        "arrival", "canary-body-1",
                        "category", "canary-body-2",
                        "canary-body-3", Map.of("canary-body-4", "canary-body-5")),
                MemberState.FIN);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> json("/actuator/projection").get("position").asLong() >= poisoned);

        assertThat(json("/actuator/held").get("FIN").get("cause").asString())
                .contains("repatriation.ArrivalRecorded in version 2", "Exception at byte");
        for (String path :
                List.of("/actuator/held", "/actuator/health", "/api/v1/states/FIN", "/states/FIN", "/api/v1/board")) {
            assertThat(get(path).body()).doesNotContain("canary-body");
        }
        assertThat(json("/actuator/health").has("components")).isTrue();
        for (String[] reader : new String[][] {
            {"X-Real-IP", "192.0.2.1"},
            {"X-Stele-User", "staff-1", "X-Stele-Role", "registrar"},
            {"X-Stele-User", "staff-1", "X-Stele-Role", "custodian"},
            {"X-Stele-User", "staff-1", "X-Stele-Role", "signatory", "X-Stele-State", "FIN"}
        }) {
            for (String path : List.of("/actuator/held", "/actuator/projection", "/actuator/metrics", "/actuator")) {
                assertThat(send(request(path).headers(reader)).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
            HttpResponse<String> health = send(request("/actuator/health").headers(reader));
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).doesNotContain("components", "details");
        }
        assertThat(send(request("/actuator/held").headers("X-Stele-User", "staff-1", "X-Stele-Role", "auditor"))
                        .statusCode())
                .isEqualTo(200);
    }

    private void seenByOperators(long poisoned) {
        JsonNode held = json("/actuator/held").get("POL");
        assertThat(held.get("from").asLong()).isEqualTo(poisoned);
        assertThat(held.get("cause").asString()).contains("evidence.EvidenceForgotten in version 1");
        HttpResponse<String> retried = send(operation(request("/actuator/held/POL")));
        assertThat(JSON.readTree(retried.body()).get("POL")).isEqualTo(held);
        assertThat(send(operation(request("/actuator/held/NOR"))).body()).isEqualTo("{}");
        assertThat(send(operation(request("/actuator/held/XXX"))).statusCode()).isEqualTo(404);
        JsonNode details = json("/actuator/health").at("/components/projection/details");
        assertThat(details.get("heldStates").asInt()).isEqualTo(1);
        assertThat(details.get("heldEvents").asLong()).isEqualTo(1);
        assertThat(json("/actuator/metrics/stele.projection.held.events")
                        .at("/measurements/0/value")
                        .asInt())
                .isEqualTo(1);
    }
}

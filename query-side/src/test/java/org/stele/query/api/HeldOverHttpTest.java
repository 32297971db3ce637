package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.stele.events.MemberState;
import org.stele.query.testing.TestLedger;
import tools.jackson.databind.JsonNode;

/** What readers and operators are told of events that are held back. It has an application of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestPropertySource(properties = "stele.test.own-application=held")
class HeldOverHttpTest extends RunningQuerySide {

    @Autowired
    private TestLedger own;

    @Test
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

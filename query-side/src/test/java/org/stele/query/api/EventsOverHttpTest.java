package org.stele.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import tools.jackson.databind.JsonNode;

/** Events in pages and as lines: complete, in order, as stored. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsOverHttpTest extends RunningQuerySide {

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

        assertThat(positions).hasSize((int) head()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_last_page_is_the_last_even_when_it_is_full() {
        long head = head();

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
                        "leafHash",
                        "leaf");
        assertThat(event.get("type").asString()).isEqualTo("attestation.AttestationReceived");
        assertThat(event.get("state").asString()).isEqualTo("RUS");
        assertThat(event.at("/payload/received").asString()).isEqualTo("2019-03-06");
        assertThat(event.get("recordedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(event.get("leafHash").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_stored_character_that_nobody_sees_is_spelled_out_as_an_escape_and_stays_the_same_text() {
        record(new EvidenceRecorded(
                MemberState.NOR,
                new FilingId(new UUID(0, 1)),
                EvidenceKind.PRESS,
                PartialDate.parse("2019"),
                PartialDate.parse("2019"),
                null,
                false,
                "None \u202Eera\u2066 left \uDB40\uDC41",
                null,
                null,
                false,
                null));

        for (String accept : List.of("application/json", "application/jsonl")) {
            String body = get("/api/v1/events?after=" + (head() - 1), "Accept", accept)
                    .body();
            assertThat(body)
                    .contains("None \\u202eera\\u2066 left \\udb40\\udc41")
                    .doesNotContain("\u202E", "\u2066");
            assertThat(JSON.readTree(body).findValue("statement").asString())
                    .isEqualTo("None \u202Eera\u2066 left \uDB40\uDC41");
        }
    }

    @Test
    void json_lines_stream_every_event_without_paging() {
        HttpResponse<String> response = get("/api/v1/events?treeSize=150", "Accept", "application/jsonl");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/jsonl");
        List<String> lines = Arrays.asList(response.body().split("\n", -1));
        assertThat(lines).hasSize(151).last().asString().isEmpty();
        assertThat(JSON.readTree(lines.get(149)).get("position").asLong()).isEqualTo(150);
    }

    @Test
    void json_lines_refuse_a_wrong_parameter_as_json_does() {
        HttpResponse<String> response = get("/api/v1/events?limit=x", "Accept", "application/jsonl");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}

package org.stele.command.custody.readsealeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.Client.Answer;
import org.stele.command.testing.CommandServer;
import org.stele.events.EventJson;
import org.stele.events.Role;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.custody.SealedDataRead;
import org.stele.eventstore.event.StoredEvent;
import tools.jackson.databind.JsonNode;

/** What is sealed is given to few, and never without a record of who asked and why. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingOverHttpTest extends CommandServer {

    private static final String CLAIM =
            "{\"ground\":\"HUMAN_RIGHTS_LAW\",\"count\":2,\"summary\":\"Canary of a claim.\"}";
    private static final String REASON = "{\"reason\":\"The claim is disputed.\"}";
    private static final String ONE = UUID.randomUUID().toString();
    private static final String TWO = UUID.randomUUID().toString();

    private static final String NOTICE = """
            {"category":"WORKER","count":2,"subjects":["%s","%s"],"departed":"2019-11-14","destination":"PRK","mode":"AIR"}
            """.formatted(ONE, TWO);

    @Test
    void the_custodian_and_the_state_itself_read_a_protected_claim_and_it_is_on_record_first() {
        long position = recorded("/api/v1/exemption-claims", CLAIM);
        String path = "/api/v1/events/" + position + "/unsealing";

        JsonNode own = client().recorded(path, signatory("DNK"), REASON);
        JsonNode custodian = client().recorded(path, as("custodian"), REASON);

        for (JsonNode answer : new JsonNode[] {own, custodian}) {
            assertThat(answer.at("/sealed/status").stringValue()).isEqualTo("OPEN");
            assertThat(answer.at("/sealed/content/ground").stringValue()).isEqualTo("HUMAN_RIGHTS_LAW");
            assertThat(answer.at("/sealed/content/summary").stringValue()).isEqualTo("Canary of a claim.");
        }
        StoredEvent read = at(custodian.path("position").longValue());
        assertThat(EventJson.MAPPER.readValue(read.payload(), SealedDataRead.class))
                .isEqualTo(new SealedDataRead(
                        CustodyMatter.READING,
                        position,
                        null,
                        "The claim is disputed.",
                        "staff-of-custodian",
                        Role.CUSTODIAN));
        assertThat(new String(read.body(), StandardCharsets.UTF_8)).doesNotContain("Canary", "HUMAN_RIGHTS");
    }

    @Test
    void references_of_a_notice_are_read_one_at_a_time() {
        String path = "/api/v1/events/" + recorded("/api/v1/repatriation-notices", NOTICE) + "/unsealing";

        JsonNode second = client().recorded(path, as("auditor"), "{\"person\":2,\"reason\":\"A sample.\"}");

        assertThat(second.at("/sealed/content/reference").stringValue()).isEqualTo(TWO);
        assertThat(second.toString()).doesNotContain(ONE);
        for (String person : new String[] {"", "\"person\":0,", "\"person\":3,"}) {
            assertThat(client().refused(400, path, as("custodian"), "{" + person + "\"reason\":\"A sample.\"}")
                            .at("/errors/0/field")
                            .stringValue())
                    .isEqualTo("person");
        }
    }

    @Test
    void nobody_else_reads_it_and_nothing_is_recorded() {
        long position = recorded("/api/v1/exemption-claims", CLAIM);
        String path = "/api/v1/events/" + position + "/unsealing";
        long before = head();

        assertThat(code(403, path, as("auditor"))).isEqualTo("role-not-allowed");
        assertThat(code(403, path, as("chair"))).isEqualTo("role-not-allowed");
        assertThat(code(403, path, as("screening-analyst", "DNK"))).isEqualTo("role-not-allowed");
        assertThat(code(404, path, signatory("SWE"))).isEqualTo("not-found");
        assertThat(client().refused(404, "/api/v1/events/999999/unsealing", signatory("SWE"), REASON)
                        .path("detail")
                        .stringValue())
                .isEqualTo(client().refused(404, path, signatory("SWE"), REASON)
                        .path("detail")
                        .stringValue()
                        .replace(Long.toString(position), "999999"));
        assertThat(client().refused(400, path, as("custodian"), "{\"reason\":\" \"}")
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("reason");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_repetition_is_the_same_reading_and_after_a_shredding_there_is_nothing_to_read() {
        JsonNode filed = client().recorded("/api/v1/exemption-claims", signatory("DNK"), CLAIM);
        String path = "/api/v1/events/" + filed.path("position").longValue() + "/unsealing";
        Map<String, String> headers = as("custodian");
        JsonNode first = client().recorded(path, headers, REASON);
        assertThat(client().recorded(path, headers, REASON)).isEqualTo(first);

        client().recorded(
                        "/api/v1/subjects/" + filed.path("id").stringValue() + "/shredding",
                        as("custodian"),
                        "{\"reason\":\"The State asked.\"}");

        JsonNode answer = client().recorded(path, as("custodian"), REASON);
        assertThat(answer.at("/sealed/status").stringValue()).isEqualTo("SHREDDED");
        assertThat(answer.toString()).doesNotContain("Canary");
    }

    @Test
    void a_page_asks_for_the_reason_and_then_shows_it() {
        long position = recorded("/api/v1/exemption-claims", CLAIM);
        HttpRequest.Builder form = client().request("/sealed/" + position);
        as("custodian").forEach(form::header);
        Answer asked = client().send(form.GET());
        assertThat(asked.response().statusCode()).isEqualTo(200);
        assertThat(asked.response().body()).contains("name=\"reason\"").doesNotContain("Canary");
        String commandId =
                asked.response().body().split("name=\"commandId\" value=\"")[1].substring(0, 36);
        long before = head();

        assertThat(posted(position, commandId, " ").response().statusCode()).isEqualTo(422);
        Answer read = posted(position, commandId, "The claim is disputed.");

        assertThat(read.response().body()).contains("Canary of a claim.", "HUMAN_RIGHTS_LAW");
        assertThat(read.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(head()).isEqualTo(before + 1);
    }

    private Answer posted(long position, String commandId, String reason) {
        String host = client().request("/").GET().build().uri().getAuthority();
        HttpRequest.Builder post = client().request("/sealed/" + position)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://" + host);
        as("custodian").forEach(post::header);
        return client().send(post.POST(BodyPublishers.ofString(
                "commandId=" + commandId + "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8))));
    }

    private long recorded(String path, String body) {
        return client().recorded(path, signatory("DNK"), body).path("position").longValue();
    }

    private String code(int status, String path, Map<String, String> headers) {
        return client().refused(status, path, headers, REASON).path("code").stringValue();
    }

    private static StoredEvent at(long position) {
        return Objects.requireNonNull(ledger().at(position));
    }
}

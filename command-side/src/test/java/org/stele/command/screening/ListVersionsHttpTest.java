package org.stele.command.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.screening.list.ListFiles;
import org.stele.command.screening.list.ListSamples;
import org.stele.command.testing.Client;
import org.stele.command.testing.FreshCommandServer;
import tools.jackson.databind.JsonNode;

/** List versions as the registrar loads them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListVersionsHttpTest extends FreshCommandServer {

    private static final String LISTS = "/api/v1/list-versions";
    private static final String REASON = "{\"reason\":\"Checked against the press release.\"}";

    @Test
    void versions_are_loaded_held_released_and_rejected() {
        JsonNode first = load(201, ListFiles.thousand(1));
        assertThat(first.path("status").stringValue()).isEqualTo("CURRENT");
        assertThat(first.path("entries").intValue()).isEqualTo(1_000);
        assertThat(first.path("delta").isNull()).isTrue();
        assertThat(first.path("reasons").isEmpty()).isTrue();
        assertThat(load(200, ListFiles.thousand(1))).isEqualTo(first);

        JsonNode second = load(201, ListFiles.thousand(2));
        assertThat(second.path("status").stringValue()).isEqualTo("CURRENT");
        assertThat(second.at("/delta/added").size()).isEqualTo(6);
        assertThat(second.at("/delta/removed").size()).isEqualTo(5);
        assertThat(second.at("/delta/amended").size()).isEqualTo(12);
        assertThat(second.at("/delta/immaterial").intValue()).isEqualTo(20);

        JsonNode shrunk = load(201, ListFiles.hostile("shrunk.xml"));
        assertThat(shrunk.path("status").stringValue()).isEqualTo("HELD");
        assertThat(shrunk.path("reasons").toString())
                .isEqualTo("[\"OLDER_THAN_CURRENT\",\"DATAID_CHANGED\",\"COUNT_MOVED\"]");
        assertThat(load(200, ListFiles.hostile("shrunk.xml"))).isEqualTo(shrunk);
        String held = LISTS + "/" + shrunk.path("sha256").stringValue();
        client().recorded(held + "/rejection", as("registrar"), REASON);
        assertThat(code(409, held + "/release")).isEqualTo("list-version-already-decided");

        String hundred =
                LISTS + "/" + load(201, ListFiles.hundred(3)).path("sha256").stringValue();
        client().recorded(hundred + "/release", as("registrar"), REASON);
        assertThat(code(409, hundred + "/rejection")).isEqualTo("list-version-already-decided");
        assertThat(code(409, LISTS + "/" + first.path("sha256").stringValue() + "/release"))
                .isEqualTo("list-version-not-held");
        assertThat(code(404, LISTS + "/" + "0".repeat(64) + "/release")).isEqualTo("not-found");
        assertThat(code(400, LISTS + "/none/release")).isEqualTo("invalid-parameter");
    }

    @Test
    void what_cannot_be_read_is_refused_and_nothing_is_recorded() {
        long before = ledger().head();

        assertThat(unread(ListFiles.hostile("truncated.xml"))).isEqualTo("list-not-xml");
        assertThat(unread(ListFiles.hostile("external-entity.xml"))).isEqualTo("list-with-doctype");
        assertThat(unread(ListFiles.hostile("latin1-bytes.xml"))).isEqualTo("list-encoding-invalid");
        assertThat(unread("<LIST/>".getBytes(StandardCharsets.UTF_8))).isEqualTo("list-structure-unknown");
        assertThat(unread(new byte[0])).isEqualTo("list-not-xml");
        assertThat(ledger().head()).isEqualTo(before);
    }

    @Test
    void a_list_may_have_sixteen_mebibytes_and_no_more() {
        byte[] most = "\n".repeat(16 << 20).getBytes(StandardCharsets.UTF_8);

        assertThat(unread(most)).isEqualTo("list-not-xml");
        assertThat(send(new byte[most.length + 1], as("registrar"))
                        .problem(413)
                        .path("code")
                        .stringValue())
                .isEqualTo("body-too-large");
    }

    @Test
    void only_a_registrar_loads_a_list_and_only_as_xml() {
        assertThat(send(ListFiles.hundred(1), as("signatory", "NOR"))
                        .problem(403)
                        .path("code")
                        .stringValue())
                .isEqualTo("role-not-allowed");
        client().refused(415, LISTS, as("registrar"), "{}");
        Map<String, String> signed = as("registrar");
        signed.put("X-Stele-Source", ListSamples.SOURCE + "?signature=x");
        assertThat(send(ListFiles.hundred(1), signed)
                        .problem(400)
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("source");
    }

    private JsonNode load(int status, byte[] bytes) {
        Map<String, String> headers = as("registrar");
        headers.put("X-Stele-Source", ListSamples.SOURCE);
        Client.Answer answer = send(bytes, headers);
        assertThat(answer.response().statusCode()).as(answer.response().body()).isEqualTo(status);
        return answer.json();
    }

    private String unread(byte[] bytes) {
        return send(bytes, as("registrar")).problem(422).path("code").stringValue();
    }

    private String code(int status, String path) {
        return client().refused(status, path, as("registrar"), REASON)
                .path("code")
                .stringValue();
    }

    private Client.Answer send(byte[] bytes, Map<String, String> headers) {
        HttpRequest.Builder request = client().request(LISTS)
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return client().send(request);
    }
}

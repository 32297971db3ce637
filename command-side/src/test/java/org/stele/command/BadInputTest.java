package org.stele.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.command.testing.CommandServer;
import tools.jackson.databind.JsonNode;

/** What cannot be right is refused in words that name the field, and nothing of it reaches the ledger. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest extends CommandServer {

    private static final String ATTESTATIONS = "/api/v1/attestations";
    private static final String NOTICES = "/api/v1/repatriation-notices";
    private static final String GOOD = "{\"obligation\":\"REP-FIN\"}";

    private long headBefore;

    @BeforeEach
    void remember_the_head() {
        headBefore = head();
    }

    @AfterEach
    void nothing_was_recorded() {
        assertThat(head()).isEqualTo(headBefore);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"obligation\":\"REP-FIN\"                                      | malformed-json  | obligation",
                "{\"obligation\":\"REP-FIN\",\"colour\":\"red\"}                  | invalid-request | colour",
                "{\"obligation\":\"REP-NEVER\"}                                   | invalid-request | obligation",
                "{\"obligation\":\"REPAT\"}                                       | invalid-request | obligation",
                "{}                                                               | invalid-request | obligation",
                "{\"obligation\":\"REP-FIN\",\"remainingAsOf\":\"2019-02-30\"}    | invalid-request | remainingAsOf",
                "{\"obligation\":\"REP-FIN\",\"remainingAsOf\":\"2020/2019\"}     | invalid-request | remainingAsOf",
                "{\"obligation\":\"REP-FIN\",\"periodFrom\":\"2020\",\"periodTo\":\"2019\"} | invalid-request |"
                        + " periodTo",
                "{\"obligation\":\"REP-FIN\",\"remainingCount\":-1}               | invalid-request | remainingCount",
                "{\"obligation\":\"REP-FIN\",\"remainingCount\":10000001}         | invalid-request | remainingCount",
                "{\"obligation\":\"REP-FIN\",\"remainingCount\":1e400}            | invalid-request | remainingCount",
                "{\"obligation\":\"REP-FIN\",\"remainingCount\":1000000000000000000000000000000} | invalid-request |"
                        + " remainingCount",
                "{\"obligation\":\"REP-FIN\",\"remainingCount\":\"3\"}            | invalid-request | remainingCount",
                "{\"obligation\":\"REP-FIN\",\"attaches\":{\"remainingCount\":-1}} | invalid-request |"
                        + " attaches.remainingCount",
                "{\"obligation\":\"REP-FIN\",\"explanation\":\"a\\u0000b\"}       | invalid-request | explanation",
                "{\"obligation\":\"REP-FIN\",\"explanation\":\"a\\ud800b\"}       | invalid-request | explanation",
                "{\"obligation\":\"REP-FIN\",\"explanation\":\"a\\u202eb\"}       | invalid-request | explanation",
                "{\"obligation\":\"REP-FIN\",\"dataLimit\":\"a\\u00adb\"}         | invalid-request | dataLimit",
                "{\"obligation\":\"REP-FIN\",\"summary\":\"a\\udb40\\udc41b\"}     | invalid-request | summary",
                "{\"obligation\":\"REP-FIN\",\"sourceTitle\":\"a\\u2066b\"}       | invalid-request | sourceTitle",
                "{\"obligation\":\"REP-FIN\",\"documents\":[{\"title\":\"a\\ufeff\",\"sha256\":\"AB\"}]} |"
                        + " invalid-request | documents[0].title",
                "{\"obligation\":\"REP-FIN\",\"explanation\":\"   \"}             | invalid-request | explanation",
                "{\"obligation\":\"REP-FIN\",\"documents\":[{\"title\":\"a\",\"sha256\":\"AB\"}]} | invalid-request |"
                        + " documents[0].sha256",
            })
    void a_wrong_attestation_names_its_field(String body, String code, String field) {
        JsonNode problem = client().refused(400, ATTESTATIONS, signatory("NOR"), body);

        assertThat(problem.path("code").stringValue()).isEqualTo(code);
        assertThat(problem.at("/errors/0/field").asString("")).isEqualTo(field);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        JsonNode problem = client().refused(
                        400,
                        ATTESTATIONS,
                        signatory("NOR"),
                        "{\"periodTo\":\"soon\",\"remainingCount\":-1,\"declaredNil\":1,\"colour\":2,\"visibility\":\"SECRET\"}");

        assertThat(StreamSupport.stream(problem.path("errors").spliterator(), false)
                        .map(error -> error.path("field").stringValue()))
                .containsExactly("obligation", "periodTo", "remainingCount", "declaredNil", "visibility", "colour");
    }

    @Test
    void a_text_has_its_limit_on_either_side() {
        String most = "a".repeat(10_000);
        JsonNode problem = client().refused(
                        400,
                        ATTESTATIONS,
                        signatory("NOR"),
                        "{\"obligation\":\"REP-FIN\",\"explanation\":\"" + most + "a\"}");
        assertThat(problem.at("/errors/0/message").stringValue())
                .contains("10,000")
                .contains("10,001");

        client().recorded(
                        ATTESTATIONS,
                        signatory("NOR"),
                        "{\"obligation\":\"REP-FIN\",\"explanation\":\"" + most + "\"}");
        headBefore++;
    }

    @Test
    void raw_nul_and_raw_halves_of_pairs_are_refused_with_their_field() {
        byte[] nul = "{\"obligation\":\"REP-FIN\",\"explanation\":\"a\0b\"}".getBytes(StandardCharsets.UTF_8);
        byte[] half = "{\"obligation\":\"REP-FIN\",\"explanation\":\"a###b\"}".getBytes(StandardCharsets.US_ASCII);
        int at = new String(half, StandardCharsets.US_ASCII).indexOf("###");
        System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, half, at, 3);

        for (byte[] body : new byte[][] {nul, half}) {
            JsonNode problem = client().send(with(signatory("NOR")).POST(BodyPublishers.ofByteArray(body)))
                    .problem(400);
            assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("explanation");
        }
    }

    @Test
    void a_hundred_thousand_brackets_are_refused_in_words() {
        String deep = "{\"obligation\":\"REP-FIN\",\"documents\":" + "[".repeat(100_000);

        JsonNode problem = client().refused(400, ATTESTATIONS, signatory("NOR"), deep);

        assertThat(problem.path("detail").stringValue()).contains("nested too deeply");
    }

    @Test
    void a_body_above_a_mebibyte_is_refused() {
        String large = "{\"obligation\":\"REP-FIN\",\"explanation\":\"" + "a".repeat(1 << 20) + "\"}";

        assertThat(code(client().refused(413, ATTESTATIONS, signatory("NOR"), large)))
                .isEqualTo("body-too-large");
    }

    @Test
    void another_content_type_method_or_accept_is_refused() {
        HttpRequest.Builder text = client().request(ATTESTATIONS).header("Content-Type", "text/plain");
        signatory("NOR").forEach(text::header);

        assertThat(code(client().send(text.POST(BodyPublishers.ofString(GOOD))).problem(415)))
                .isEqualTo("unsupported-media-type");
        assertThat(code(client().send(client().request(ATTESTATIONS).GET()).problem(405)))
                .isEqualTo("method-not-allowed");
        assertThat(code(client().send(client().post(ATTESTATIONS, signatory("NOR"), GOOD)
                                .header("Accept", "image/png"))
                        .problem(406)))
                .isEqualTo("not-acceptable");
        assertThat(code(client().refused(404, "/api/v1/attestation", signatory("NOR"), GOOD)))
                .isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource({
        ",idempotency-key-missing",
        "abc,idempotency-key-invalid",
        "1-1-1-1-1,idempotency-key-invalid",
        "6f1c2d3e4a5b4c6d8e7f901234567890,idempotency-key-invalid"
    })
    void a_command_needs_a_key_that_is_a_uuid(@Nullable String key, String code) {
        Map<String, String> headers = signatory("NOR");
        headers.remove("Idempotency-Key");
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }

        JsonNode problem = client().refused(400, ATTESTATIONS, headers, GOOD);

        assertThat(code(problem)).isEqualTo(code);
        assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("Idempotency-Key");
    }

    @Test
    void who_asks_must_be_said_and_must_be_allowed_to() {
        Map<String, String> nobody = signatory("NOR");
        nobody.remove("X-Stele-User");
        assertThat(code(client().refused(401, ATTESTATIONS, nobody, GOOD))).isEqualTo("actor-missing");
        assertThat(code(client().refused(403, ATTESTATIONS, as("focal-point", "NOR"), GOOD)))
                .isEqualTo("role-not-allowed");
        assertThat(code(client().refused(
                                403,
                                ATTESTATIONS,
                                signatory("NOR"),
                                "{\"memberState\":\"NOR\",\"obligation\":\"REP-FIN\"}")))
                .isEqualTo("member-state-not-allowed");
        JsonNode unnamed = client().refused(400, ATTESTATIONS, as("registrar"), GOOD);
        assertThat(unnamed.at("/errors/0/field").stringValue()).isEqualTo("memberState");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "`count`:-1,`departed`:`2019`,`destination`:`PRK`                          | 400 | count",
                "`departed`:`2019`,`destination`:`PRK`                                     | 400 | count",
                "`count`:1,`departed`:`2026-11-21`,`destination`:`PRK`                     | 400 | departed",
                "`count`:1,`departed`:`2019`,`destination`:`ZZZ`                           | 400 | destination",
                "`count`:1,`departed`:`2019`,`destination`:`PRK`,`received`:`2026-11-21`   | 400 | received",
                "`count`:1,`departed`:`2019`,`destination`:`PRK`,`received`:`2026-11-19`   | 422 | received",
                "`count`:1,`departed`:`2019`,`destination`:`PRK`,`received`:`2026-11`      | 422 | received",
                "`count`:1,`departed`:`2019`,`destination`:`PRK`,`sourceTitle`:`a paper`   | 422 | sourceTitle",
                "`count`:2,`subjects`:[`5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c73`],`departed`:`2019`,`destination`:`PRK` |"
                        + " 400 | count",
            })
    void a_wrong_notice_names_its_field(String fields, int status, String field) {
        String body = "{\"category\":\"WORKER\"," + fields.replace('`', '"') + "}";

        JsonNode problem = client().refused(status, NOTICES, signatory("NOR"), body);

        assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "Passport 836410105 was shown., 836410105, the number of a travel document",
        "Write to person@example.org., person@example, an e-mail address",
        "He was born on 12 March 1980., 12 March, a date of birth"
    })
    void plain_personal_data_is_refused_and_never_repeated(String text, String secret, String what) {
        JsonNode problem = client().refused(
                        422,
                        "/api/v1/exemption-claims",
                        signatory("NOR"),
                        "{\"ground\":\"REFUGEE_LAW\",\"summary\":\"" + text + "\"}");

        assertThat(code(problem)).isEqualTo("plain-personal-data");
        assertThat(problem.path("detail").stringValue()).contains(what);
        assertThat(problem.toString()).doesNotContain(secret);
    }

    @Test
    void an_id_that_is_no_uuid_is_refused() {
        JsonNode problem = client().refused(400, ATTESTATIONS + "/7/receipt", as("registrar"), "{}");

        assertThat(problem.at("/errors/0/field").stringValue()).isEqualTo("id");
    }

    private HttpRequest.Builder with(Map<String, String> headers) {
        HttpRequest.Builder request = client().request(ATTESTATIONS).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private static String code(JsonNode problem) {
        return problem.path("code").stringValue();
    }
}

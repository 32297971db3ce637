package org.stele.command.submitters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.JSON;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.command.testing.Client;
import org.stele.command.testing.CommandServer;
import org.stele.command.testing.KeyFile;
import org.stele.eventstore.event.StoredEvent;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.Roots;
import org.stele.ledger.submitter.SignedFilings;
import org.stele.ledger.submitter.SubmitterCheck;
import org.stele.ledger.submitter.SubmitterFinding;
import tools.jackson.databind.JsonNode;

/** What is recorded as signed verifies as signed; what would not verify is not recorded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedFilingsOverHttpTest extends CommandServer {

    private static final String ATTESTATIONS = "/api/v1/attestations";
    private static final String KEYS = "/api/v1/signing-keys";

    private static final String REPORT = """
            {"obligation":"REP-FIN","periodFrom":"2017-12-22","periodTo":"2019-12-22","baselineCount":24,
             "baselineBasis":"PERMITS","repatriatedCount":22,"remainingCount":2,"remainingAsOf":"2019-12-22"}""";

    private static final String SEVERAL = """
            {"obligations":["NIR-2270","NIR-2321"],"summary":"Both reports in one document."}""";

    /** A key that Sweden's root enrolled for signatories just now. */
    private KeyFile enrolled() {
        KeyFile key = new KeyFile();
        client().recorded(KEYS, as("registrar"), enrolment(SWEDEN, key, "SWE"));
        return key;
    }

    private String origin() {
        return preview(signatory("SWE"), REPORT).path("origin").stringValue();
    }

    private String enrolment(KeyFile root, KeyFile key, String state) {
        return statement(
                root,
                "access.SigningKeyEnrolled",
                Map.of(
                        "memberState",
                        state,
                        "key",
                        key.key().id(),
                        "publicKey",
                        key.key().toString(),
                        "role",
                        "SIGNATORY",
                        "label",
                        "Mission, desk 2",
                        "form",
                        "JWS",
                        "rootKey",
                        root.key().toString()));
    }

    private String revocation(KeyFile root, KeyFile key, String state) {
        return statement(
                root,
                "access.SigningKeyRevoked",
                Map.of(
                        "memberState",
                        state,
                        "key",
                        key.key().id(),
                        "reason",
                        "REPLACED",
                        "rootKey",
                        root.key().toString()));
    }

    private String statement(KeyFile root, String type, Map<String, String> content) {
        Filing filing =
                Filing.parse(JSON.writeValueAsBytes(Map.of("content", content, "type", type, "typeVersion", "1")));
        return new String(
                root.sign(origin(), "root", KeyFile.nonce(), List.of(filing)).encode(), UTF_8);
    }

    private JsonNode preview(Map<String, String> headers, String body) {
        Map<String, String> asked = new HashMap<>(headers);
        asked.put("Stele-Preview", "filings");
        Client.Answer answer = client().send(client().post(ATTESTATIONS, asked, body));
        assertThat(answer.response().statusCode()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    private static List<Filing> filings(JsonNode preview) {
        List<Filing> filings = new ArrayList<>();
        for (JsonNode one : preview.path("filings")) {
            Filing filing = Filing.parse(JSON.writeValueAsBytes(one.path("filing")));
            assertThat(one.path("digest").stringValue())
                    .isEqualTo(filing.digest().hex());
            filings.add(filing);
        }
        return filings;
    }

    private static Map<String, String> with(Map<String, String> headers, SignedFilings signed) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Stele-Signature", KeyFile.header(signed.signature()));
        return all;
    }

    private SignedFilings sign(KeyFile key, String role, Map<String, String> headers, String body) {
        JsonNode preview = preview(headers, body);
        return key.sign(preview.path("origin").stringValue(), role, KeyFile.nonce(), filings(preview));
    }

    /** What an auditor finds of every event of Sweden, with its root's fingerprint and nothing else. */
    private Map<Long, SubmitterFinding> verified() {
        SubmitterCheck check =
                new SubmitterCheck(origin(), Roots.NONE.with("SWE", SWEDEN.key().id()));
        Map<Long, SubmitterFinding> findings = new HashMap<>();
        for (StoredEvent stored :
                ledger().read(org.stele.eventstore.event.Selection.tag("memberState=SWE"), 0, head(), 1_000)) {
            findings.put(stored.position(), check.event(stored.position(), "SWE", stored.body()));
        }
        return findings;
    }

    private SubmitterFinding found(long position) {
        return Objects.requireNonNull(verified().get(position));
    }

    @Test
    void a_filing_that_was_previewed_and_signed_is_recorded_and_verifies_offline() {
        KeyFile key = enrolled();
        Map<String, String> headers = signatory("SWE");
        long before = head();
        SignedFilings signed = sign(key, "signatory", headers, REPORT);
        assertThat(head()).as("a preview records nothing").isEqualTo(before);

        JsonNode receipt = client().recorded(ATTESTATIONS, with(headers, signed), REPORT);
        JsonNode again = client().recorded(ATTESTATIONS, with(headers, signed), REPORT);

        assertThat(again).isEqualTo(receipt);
        SubmitterFinding finding = found(receipt.path("position").longValue());
        assertThat(finding.status()).isEqualTo(SubmitterFinding.Status.SIGNED);
        assertThat(finding.keyId()).isEqualTo(key.key().id());
        assertThat(verified().values()).noneMatch(one -> one.status() == SubmitterFinding.Status.FAILED);
    }

    @Test
    void several_filings_of_one_document_are_signed_together() {
        KeyFile key = enrolled();
        Map<String, String> headers = signatory("SWE");
        SignedFilings signed = sign(key, "signatory", headers, SEVERAL);

        JsonNode receipts =
                client().recorded(ATTESTATIONS, with(headers, signed), SEVERAL).path("receipts");

        assertThat(receipts).hasSize(2);
        for (JsonNode receipt : receipts) {
            assertThat(found(receipt.path("position").longValue()).status()).isEqualTo(SubmitterFinding.Status.SIGNED);
        }
    }

    @Test
    void a_signature_is_good_for_one_filing_once_of_its_State_and_role_and_key() {
        KeyFile key = enrolled();
        Map<String, String> headers = signatory("SWE");
        SignedFilings signed = sign(key, "signatory", headers, REPORT);
        client().recorded(ATTESTATIONS, with(headers, signed), REPORT);
        long before = head();

        Map<String, String> next = signatory("SWE");
        refused("signature-used", with(next, signed), REPORT);
        refused("signature-invalid", with(next, sign(key, "signatory", next, REPORT)), REPORT.replace("22", "23"));
        refused("signature-invalid", with(next, sign(key, "focal-point", next, REPORT)), REPORT);
        refused("signature-invalid", with(next, sign(new KeyFile(), "signatory", next, REPORT)), REPORT);
        Map<String, String> swiss = signatory("CHE");
        refused("signature-invalid", with(swiss, sign(key, "signatory", swiss, REPORT)), REPORT);
        refused("signature-invalid", with(swiss, sign(key, "signatory", next, REPORT)), REPORT);
        refused("root-unknown", with(signatory("NOR"), sign(key, "signatory", signatory("NOR"), REPORT)), REPORT);
        refused("signature-invalid", with(next, sign(key, "signatory", next, SEVERAL)), REPORT);
        refused("signature-invalid", with(next, sign(key, "signatory", next, REPORT)), SEVERAL);

        assertThat(head()).isEqualTo(before);
    }

    private void refused(String code, Map<String, String> headers, String body) {
        JsonNode problem = client().refused(422, ATTESTATIONS, headers, body);
        assertThat(problem.path("code").stringValue()).as(problem.toString()).isEqualTo(code);
    }

    @Test
    void a_revoked_key_signs_nothing_more_and_what_it_signed_stands() {
        KeyFile key = enrolled();
        Map<String, String> headers = signatory("SWE");
        long filed = client().recorded(ATTESTATIONS, with(headers, sign(key, "signatory", headers, REPORT)), REPORT)
                .path("position")
                .longValue();
        String address = KEYS + "/" + key.key().id() + "/revocation";

        assertThat(client().refused(
                                400,
                                KEYS + "/" + "0".repeat(64) + "/revocation",
                                as("registrar"),
                                revocation(SWEDEN, key, "SWE"))
                        .path("errors"))
                .isNotEmpty();
        client().recorded(address, signatory("SWE"), revocation(SWEDEN, key, "SWE"));

        Map<String, String> next = signatory("SWE");
        refused("signature-invalid", with(next, sign(key, "signatory", next, REPORT)), REPORT);
        assertThat(client().refused(422, KEYS, as("registrar"), enrolment(SWEDEN, key, "SWE"))
                        .path("code")
                        .stringValue())
                .isEqualTo("signature-invalid");
        assertThat(found(filed).status()).isEqualTo(SubmitterFinding.Status.SIGNED);
    }

    @ParameterizedTest
    @CsvSource({"true, SWE", "false, CHE"})
    void keys_are_enrolled_by_the_root_of_their_State_alone(boolean swedish, String state) {
        KeyFile key = new KeyFile();
        long before = head();

        assertThat(client().refused(422, KEYS, as("registrar"), enrolment(swedish ? SWITZERLAND : SWEDEN, key, state))
                        .path("code")
                        .stringValue())
                .isEqualTo("signature-invalid");
        assertThat(client().refused(422, KEYS, as("registrar"), enrolment(SWEDEN, key, "NOR"))
                        .path("code")
                        .stringValue())
                .isEqualTo("root-unknown");
        client().refused(403, KEYS, as("auditor"), enrolment(SWEDEN, key, "SWE"));
        client().refused(403, KEYS, signatory("CHE"), enrolment(SWEDEN, key, "SWE"));
        client().refused(400, KEYS, as("registrar"), "{\"filings\":[{}],\"signature\":{}}");
        client().refused(400, KEYS, as("registrar"), revocation(SWEDEN, key, "SWE"));

        assertThat(head()).isEqualTo(before);
    }

    @Test
    void an_official_of_a_State_whose_root_is_known_is_accredited_with_its_signature() {
        String body = "{\"official\":\"SWE-PM-9\",\"role\":\"signatory\",\"memberState\":\"SWE\"%s}";
        String accreditations = "/api/v1/accreditations";
        Map<String, String> registrar = as("registrar");
        assertThat(client().refused(422, accreditations, registrar, body.formatted(""))
                        .path("code")
                        .stringValue())
                .isEqualTo("root-signature-missing");
        String signable = body.formatted(",\"rootKey\":\"%s\"".formatted(SWEDEN.key()));
        Map<String, String> asked = new HashMap<>(registrar);
        asked.put("Stele-Preview", "filings");
        JsonNode preview =
                client().send(client().post(accreditations, asked, signable)).json();
        assertThat(preview.path("role").stringValue()).isEqualTo("root");

        SignedFilings signed =
                SWEDEN.sign(preview.path("origin").stringValue(), "root", KeyFile.nonce(), filings(preview));
        long position = client().recorded(accreditations, with(registrar, signed), signable)
                .path("position")
                .longValue();

        assertThat(found(position).status()).isEqualTo(SubmitterFinding.Status.SIGNED);
    }

    @Test
    void of_two_filings_with_one_signature_sent_at_once_one_is_recorded() {
        KeyFile key = enrolled();
        SignedFilings signed = sign(key, "signatory", signatory("SWE"), REPORT);
        long before = head();

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> client().send(client().post(ATTESTATIONS, with(signatory("SWE"), signed), REPORT))
                        .response()
                        .statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 422);
        assertThat(head()).isEqualTo(before + 1);
    }

    @Test
    void headers_that_cannot_be_read_are_explained() {
        for (String header :
                List.of("", "%%", "e30", "eyJhIjoiYiJ9", UUID.randomUUID().toString())) {
            Map<String, String> headers = signatory("SWE");
            headers.put("Stele-Signature", header);
            assertThat(client().refused(400, ATTESTATIONS, headers, REPORT)
                            .path("code")
                            .stringValue())
                    .isEqualTo("signature-malformed");
        }
        Map<String, String> headers = signatory("SWE");
        headers.put("Stele-Preview", "everything");
        client().refused(400, ATTESTATIONS, headers, REPORT);
    }
}

package org.stele.command.submitters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.JSON;
import static org.stele.command.testing.Client.signatory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.KeyFile;
import org.stele.ledger.submitter.SignedFilings;
import org.stele.ledger.submitter.SubmitterFinding;
import tools.jackson.databind.JsonNode;

/** What is recorded as signed verifies as signed; what would not verify is not recorded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedFilingsOverHttpTest extends SigningServer {

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
    void references_to_persons_are_signed_as_they_are_sealed() {
        KeyFile key = enrolled();
        Map<String, String> headers = signatory("SWE");
        String person = UUID.randomUUID().toString();
        String notice = """
                {"category":"WORKER","count":1,"subjects":["%s"],"departed":"2019-11","destination":"PRK","mode":"AIR"}""".formatted(person);
        JsonNode preview = preview(NOTICES, headers, notice);
        SignedFilings signed =
                key.sign(preview.path("origin").stringValue(), "signatory", KeyFile.nonce(), filings(preview));

        Map<String, String> other = signatory("SWE");
        assertThat(client().refused(422, NOTICES, with(other, signed), notice)
                        .path("code")
                        .stringValue())
                .as("another notice, sealed otherwise")
                .isEqualTo("signature-invalid");
        long position = client().recorded(NOTICES, with(headers, signed), notice)
                .path("position")
                .longValue();

        assertThat(preview.toString()).doesNotContain(person);
        assertThat(found(position).status()).isEqualTo(SubmitterFinding.Status.SIGNED);
    }

    @Test
    void a_preview_of_a_correction_confirms_no_guess_at_whom_the_notice_names() {
        Map<String, String> headers = signatory("SWE");
        String content = """
                {"category":"WORKER","count":1,"subjects":["%s"],"departed":"2019-11","destination":"PRK","mode":"AIR"}""".formatted(UUID.randomUUID());
        String previewed = box(preview(NOTICES, headers, content));
        String notice = client().created(NOTICES, headers, content);
        String recorded =
                box(JSON.readTree(Objects.requireNonNull(ledger().at(head())).body()));
        String correction = content.replaceFirst("\\{", "{\"reason\":\"A mistake.\",");

        String guessed = box(preview(NOTICES + "/" + notice + "/corrections", signatory("SWE"), correction));

        assertThat(recorded).isEqualTo(previewed).hasSizeGreaterThan(100);
        assertThat(guessed).hasSameSizeAs(recorded).isNotEqualTo(recorded);
    }

    private static String box(JsonNode sealedSomewhere) {
        return Objects.requireNonNull(sealedSomewhere.findValue("box")).stringValue();
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

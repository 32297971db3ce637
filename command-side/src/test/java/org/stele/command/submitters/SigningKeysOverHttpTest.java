package org.stele.command.submitters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.Client.as;
import static org.stele.command.testing.Client.signatory;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.command.testing.KeyFile;
import org.stele.ledger.submitter.SignedFilings;
import org.stele.ledger.submitter.SubmitterFinding;
import tools.jackson.databind.JsonNode;

/** Whose keys count is what the root of the State signed, and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningKeysOverHttpTest extends SigningServer {

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
}

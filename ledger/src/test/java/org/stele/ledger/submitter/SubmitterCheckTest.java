package org.stele.ledger.submitter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.stele.ledger.sample.SampleFiling.attestation;
import static org.stele.ledger.sample.SampleFiling.enrolment;
import static org.stele.ledger.sample.SampleFiling.revocation;
import static org.stele.ledger.sample.SampleSigner.FALSE_ROOT;
import static org.stele.ledger.sample.SampleSigner.FILE;
import static org.stele.ledger.sample.SampleSigner.FOCAL_POINT;
import static org.stele.ledger.sample.SampleSigner.ROOT_KEN;
import static org.stele.ledger.sample.SampleSigner.ROOT_NOR;
import static org.stele.ledger.sample.SampleSigner.SIGNATORY;
import static org.stele.ledger.sample.SampleSigner.STRANGER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.ledger.Hash;
import org.stele.ledger.sample.SampleFiling;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleSigner;
import org.stele.ledger.submitter.SubmitterFinding.Status;

/** What is accepted, and what is not, in the order of a ledger (docs/spec/submitters.md, sections 9 and 10). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubmitterCheckTest {

    private static final Roots ROOTS = Roots.parse(
            List.of("NOR=" + ROOT_NOR.key().id(), "KEN=" + ROOT_KEN.key().id()));

    private final SubmitterCheck check = new SubmitterCheck(SampleKeys.ORIGIN, ROOTS);
    private long position;

    @Test
    void a_filing_signed_by_an_enrolled_key_is_signed_and_until_the_key_is_revoked() {
        assertThat(enrol(SIGNATORY, "SIGNATORY", true)).isEqualTo(Status.ENROLLED);
        assertThat(enrol(FILE, "SIGNATORY", false)).isEqualTo(Status.ENROLLED);
        assertThat(passkey(attestation("NOR", 2), 1)).isEqualTo(Status.SIGNED);
        assertThat(jws(attestation("NOR", 1), 2)).isEqualTo(Status.SIGNED);
        assertThat(revoke(SIGNATORY)).isEqualTo(Status.REVOKED);
        assertThat(passkey(attestation("NOR", 0), 3)).isEqualTo(Status.FAILED);
        assertThat(jws(attestation("NOR", 0), 4)).isEqualTo(Status.SIGNED);
        assertThat(enrol(SIGNATORY, "SIGNATORY", true)).isEqualTo(Status.FAILED);
    }

    @Test
    void an_authenticator_with_ed25519_signs_too() {
        SampleSigner key = SampleSigner.ED_PASSKEY;
        enrol(key, "SIGNATORY", true);
        SampleFiling filing = attestation("NOR", 2);

        assertThat(event(filing.body("signatory", key.passkey(filing.challenge("signatory", 1)))))
                .isEqualTo(Status.SIGNED);
    }

    @Test
    void a_key_signs_only_after_it_was_enrolled_and_only_for_its_role_state_form_and_ledger() {
        SampleFiling filing = attestation("NOR", 2);
        assertThat(jws(filing, 1)).isEqualTo(Status.FAILED);
        enrol(FILE, "SIGNATORY", false);
        enrol(FOCAL_POINT, "FOCAL_POINT", false);
        assertThat(jws(filing, 2)).isEqualTo(Status.SIGNED);
        assertThat(event(filing.body("signatory", FOCAL_POINT.jws(filing.challenge("signatory", 3)))))
                .isEqualTo(Status.FAILED);
        assertThat(event(filing.body("focal-point", FOCAL_POINT.jws(filing.challenge("focal-point", 4)))))
                .isEqualTo(Status.SIGNED);
        assertThat(event(filing.body("signatory", FOCAL_POINT.jws(filing.challenge("focal-point", 5)))))
                .isEqualTo(Status.FAILED);
        assertThat(event(filing.body("signatory", FILE.passkey(filing.challenge("signatory", 6)))))
                .isEqualTo(Status.FAILED);
        assertThat(event(filing.body("signatory", FILE.jws(filing.challenge("test.example/audit", "signatory", 7)))))
                .isEqualTo(Status.FAILED);
        SampleFiling ken = attestation("KEN", 2);
        assertThat(check.event(++position, "KEN", ken.body("signatory", FILE.jws(ken.challenge("signatory", 8))))
                        .status())
                .isEqualTo(Status.FAILED);
        assertThat(check.event(++position, "KEN", filing.body("signatory", FILE.jws(filing.challenge("signatory", 9))))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void what_a_registrar_brings_is_signed_as_by_a_signatory() {
        enrol(FILE, "SIGNATORY", false);
        SampleFiling filing = attestation("NOR", 2);

        assertThat(event(filing.broughtBody(FILE.jws(filing.challenge("signatory", 1)))))
                .isEqualTo(Status.SIGNED);
        assertThat(event(filing.broughtBody(null))).isEqualTo(Status.NONE);
        assertThat(event(filing.body("signatory", null))).isEqualTo(Status.UNSIGNED);
    }

    @Test
    void a_repetition_is_refused_and_filings_that_were_signed_together_are_each_filed_once() {
        enrol(FILE, "SIGNATORY", false);
        SampleFiling one = attestation("NOR", 2);
        SampleFiling two = attestation("NOR", 3);
        SampleFiling other = attestation("NOR", 4);
        List<Hash> both = List.of(one.filing().digest(), two.filing().digest());
        Challenge together = new Challenge(SampleKeys.ORIGIN, both, "NOR", "signatory", SampleFiling.nonce(9));
        SubmitterSignature signature = FILE.jws(together);

        assertThat(event(one.body("signatory", signature))).isEqualTo(Status.SIGNED);
        assertThat(event(one.body("signatory", signature))).isEqualTo(Status.FAILED);
        assertThat(event(other.body("signatory", signature))).isEqualTo(Status.FAILED);
        assertThat(event(two.body("signatory", signature))).isEqualTo(Status.SIGNED);
        assertThat(event(other.body("signatory", FILE.jws(other.challenge("signatory", 9)))))
                .isEqualTo(Status.FAILED);
        assertThat(event(other.body("signatory", FILE.jws(other.challenge("signatory", 10)))))
                .isEqualTo(Status.SIGNED);
    }

    @Test
    void nobody_but_the_states_root_enrols_or_revokes() {
        SampleFiling byOther = enrolment("NOR", FILE, "SIGNATORY", false, FALSE_ROOT);
        assertThat(event(byOther.body("registrar", FALSE_ROOT.jws(byOther.challenge("root", 1)))))
                .isEqualTo(Status.FAILED);
        SampleFiling claimed = enrolment("NOR", FILE, "SIGNATORY", false, ROOT_NOR);
        assertThat(event(claimed.body("registrar", FALSE_ROOT.jws(claimed.challenge("root", 2)))))
                .isEqualTo(Status.FAILED);
        assertThat(event(claimed.body("registrar", null))).isEqualTo(Status.FAILED);
        SampleFiling byKen = enrolment("NOR", FILE, "SIGNATORY", false, ROOT_KEN);
        assertThat(event(byKen.body("registrar", ROOT_KEN.jws(byKen.challenge("root", 3)))))
                .isEqualTo(Status.FAILED);
        assertThat(jws(attestation("NOR", 2), 4)).isEqualTo(Status.FAILED);
        enrol(FILE, "SIGNATORY", false);
        SampleFiling revoked = revocation("NOR", FILE, FALSE_ROOT);
        assertThat(event(revoked.body("registrar", FALSE_ROOT.jws(revoked.challenge("root", 5)))))
                .isEqualTo(Status.FAILED);
        assertThat(jws(attestation("NOR", 2), 6)).isEqualTo(Status.SIGNED);
    }

    @Test
    void what_is_missing_to_check_is_said_and_nothing_is_accepted() {
        SubmitterCheck unrooted = new SubmitterCheck(SampleKeys.ORIGIN, Roots.NONE);
        SampleFiling filing = attestation("NOR", 2);
        byte[] body = filing.body("signatory", FILE.jws(filing.challenge("signatory", 1)));
        assertThat(unrooted.event(1, "NOR", body).status()).isEqualTo(Status.NOT_CHECKED);

        check.hidden("KEN");
        assertThat(event(body)).isEqualTo(Status.FAILED);
        check.hidden("NOR");
        assertThat(event(body)).isEqualTo(Status.NOT_CHECKED);
    }

    @Test
    void the_lists_of_a_bundle_follow_from_the_bodies() {
        SampleFiling enrolment = enrolment("NOR", FILE, "SIGNATORY", false, ROOT_NOR);
        SampleFiling filing = attestation("NOR", 2);
        SubmitterFiles files = new SubmitterFiles(SampleKeys.ORIGIN);
        files.add(1, "NOR", SubmitterClaim.of(filing.body("signatory", null)));
        assertThat(files.isWanted()).isFalse();
        files.add(
                2, "NOR", SubmitterClaim.of(enrolment.body("registrar", ROOT_NOR.jws(enrolment.challenge("root", 1)))));
        files.add(5, "NOR", SubmitterClaim.of(filing.body("signatory", FILE.jws(filing.challenge("signatory", 2)))));

        assertThat(files.isWanted()).isTrue();
        assertThat(new String(files.keys(), UTF_8))
                .isEqualTo("2 NOR enrolled %s by %s\n"
                        .formatted(FILE.key().id(), ROOT_NOR.key().id()));
        assertThat(new String(files.signatures(), UTF_8).lines().toList())
                .hasSize(2)
                .last()
                .isEqualTo("5 NOR signatory %s %s %s"
                        .formatted(
                                FILE.key().id(),
                                filing.filing().digest(),
                                filing.challenge("signatory", 2).hash()));
    }

    @Test
    void a_document_to_sign_leaves_out_what_the_ledger_sets_and_nothing_else() {
        SampleFiling filing = attestation("NOR", 2);
        byte[] document = filing.filing().canonical();

        assertThat(Filing.parse(document)).isEqualTo(filing.filing());
        assertThat(new String(document, UTF_8))
                .startsWith("{\"content\":{\"content\":")
                .endsWith(
                        "\"obligation\":\"REP-FIN\"},\"type\":\"attestation.AttestationSubmitted\",\"typeVersion\":\"2\"}");
        String withId = new String(document, UTF_8).replace("{\"content\":{", "{\"content\":{\"attestation\":\"x\",");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Filing.parse(withId.getBytes(UTF_8)))
                .withMessageContaining("The ledger sets attestation, document.id, submittedOn");
        assertThatIllegalArgumentException().isThrownBy(() -> Filing.parse("{}".getBytes(UTF_8)));
    }

    @Test
    void the_entries_of_a_signature_are_all_there_and_in_their_one_form() {
        SampleFiling filing = attestation("NOR", 2);
        Map<String, String> metadata =
                SIGNATORY.passkey(filing.challenge("signatory", 1)).metadata();

        assertThat(SubmitterSignature.names()).containsAll(metadata.keySet());
        assertThat(SubmitterSignature.from(Map.of("actor", "x"))).isNull();
        metadata.keySet().forEach(name -> {
            Map<String, String> without = new java.util.HashMap<>(metadata);
            without.remove(name);
            assertThatIllegalArgumentException().isThrownBy(() -> SubmitterSignature.from(without));
        });
        Map<String, String> more = new java.util.HashMap<>(metadata);
        more.put("signatureNote", "x");
        assertThatIllegalArgumentException().isThrownBy(() -> SubmitterSignature.from(more));
        more.remove("signatureNote");
        more.put("signatureNonce", metadata.get("signatureNonce") + "=");
        assertThatIllegalArgumentException().isThrownBy(() -> SubmitterSignature.from(more));
    }

    @Test
    void keys_that_signatures_cannot_rest_on_are_refused() {
        byte[] spki = STRANGER.key().spki();
        spki[90] ^= 1;
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.ofSpki(spki));
        byte[] edwards = FILE.key().spki();
        java.util.Arrays.fill(edwards, 12, 44, (byte) 0);
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.ofSpki(edwards));
        edwards[12] = 1;
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.ofSpki(edwards));
        assertThat(STRANGER.key().verifies(new byte[1], new byte[64])).isFalse();
        assertThat(FILE.key().verifies(new byte[1], new byte[64])).isFalse();
    }

    private Status enrol(SampleSigner key, String role, boolean isPasskey) {
        SampleFiling enrolment = enrolment("NOR", key, role, isPasskey, ROOT_NOR);
        return event(enrolment.body("registrar", ROOT_NOR.jws(enrolment.challenge("root", 1_000 + (int) position))));
    }

    private Status revoke(SampleSigner key) {
        SampleFiling revocation = revocation("NOR", key, ROOT_NOR);
        return event(revocation.body("registrar", ROOT_NOR.jws(revocation.challenge("root", 2_000 + (int) position))));
    }

    private Status passkey(SampleFiling filing, int nonce) {
        return event(filing.body("signatory", SIGNATORY.passkey(filing.challenge("signatory", nonce))));
    }

    private Status jws(SampleFiling filing, int nonce) {
        return event(filing.body("signatory", FILE.jws(filing.challenge("signatory", nonce))));
    }

    private Status event(byte[] body) {
        SubmitterFinding finding = check.event(++position, "NOR", body);
        assertThat(finding.why().isEmpty())
                .isEqualTo(finding.status() != Status.FAILED && finding.status() != Status.NOT_CHECKED);
        return finding.status();
    }
}

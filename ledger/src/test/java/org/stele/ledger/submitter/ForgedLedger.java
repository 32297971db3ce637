package org.stele.ledger.submitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.sample.SampleFiling;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleSigner;
import org.stele.ledger.submitter.SubmitterFinding.Status;

/** A ForgedLedger is a ledger with the true keys of two States, and a check that follows it. */
final class ForgedLedger {

    private final SubmitterCheck check = new SubmitterCheck(
            SampleKeys.ORIGIN,
            Roots.parse(List.of(
                    "NOR=" + SampleSigner.ROOT_NOR.key().id(),
                    "KEN=" + SampleSigner.ROOT_KEN.key().id())));

    private final List<Seen> seen = new ArrayList<>();
    private long position;
    private byte @Nullable [] original;

    ForgedLedger() {
        enrol("NOR", SampleSigner.SIGNATORY, "SIGNATORY", true);
        enrol("NOR", SampleSigner.FILE, "SIGNATORY", false);
        enrol("NOR", SampleSigner.FOCAL_POINT, "FOCAL_POINT", false);
    }

    void enrol(String state, SampleSigner key, String role, boolean isPasskey) {
        SampleSigner root = root(state);
        SampleFiling enrolment = SampleFiling.enrolment(state, key, role, isPasskey, root);
        byte[] body = enrolment.body("registrar", root.jws(enrolment.challenge("root", (int) position)));
        assertThat(event(state, body).status()).isEqualTo(Status.ENROLLED);
    }

    void revoke(String state, SampleSigner key) {
        SampleSigner root = root(state);
        SampleFiling revocation = SampleFiling.revocation(state, key, root);
        byte[] body = revocation.body("registrar", root.jws(revocation.challenge("root", (int) position)));
        assertThat(event(state, body).status()).isEqualTo(Status.REVOKED);
    }

    private static SampleSigner root(String state) {
        return state.equals("NOR") ? SampleSigner.ROOT_NOR : SampleSigner.ROOT_KEN;
    }

    SampleFiling filing(Random random) {
        return SampleFiling.attestation("NOR", random.nextInt(1_000));
    }

    SubmitterSignature sign(SampleFiling filing, String role, Random random) {
        Challenge challenge = filing.challenge(role, random.nextInt());
        return random.nextBoolean() ? SampleSigner.SIGNATORY.passkey(challenge) : SampleSigner.FILE.jws(challenge);
    }

    /** The body of a filing that was truly signed. */
    byte[] signed(Random random) {
        SampleFiling filing = filing(random);
        original = filing.body("signatory", sign(filing, "signatory", random));
        return original;
    }

    /** What the forgery was made of, as it was before; another true one where it was made of none. */
    byte[] original(Random random) {
        return original == null ? signed(random) : original;
    }

    /** @param body null of an event that is not shown */
    record Seen(SubmitterFinding finding, byte @Nullable [] body) {}

    List<Seen> seen() {
        return seen;
    }

    SubmitterFinding event(String state, byte[] body) {
        SubmitterFinding finding = check.event(++position, state, body);
        seen.add(new Seen(finding, body));
        return finding;
    }

    void hidden(String state) {
        check.hidden(state);
        seen.add(new Seen(SubmitterFinding.of(++position, state, Status.NONE), null));
    }

    void mustAccept(String state, byte[] body) {
        assertThat(event(state, body).status()).isEqualTo(Status.SIGNED);
    }
}

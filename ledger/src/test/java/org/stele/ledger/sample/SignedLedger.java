package org.stele.ledger.sample;

import org.stele.ledger.submitter.SubmitterSignature;

/** A SignedLedger is a sample ledger in which NOR enrolled keys and filed what its officials signed. */
public final class SignedLedger {

    private final SampleLedger ledger = new SampleLedger(15, 2);

    /** Position 3: a passkey is enrolled; 4: a key file; 5 and 6: a filing signed by each; 7: one that is not signed. */
    public SignedLedger() {
        enrol(SampleSigner.SIGNATORY, true, 1);
        enrol(SampleSigner.FILE, false, 2);
        SampleFiling first = SampleFiling.attestation("NOR", 2);
        file(first, SampleSigner.SIGNATORY.passkey(first.challenge("signatory", 3)));
        SampleFiling second = SampleFiling.attestation("NOR", 1);
        file(second, SampleSigner.FILE.jws(second.challenge("signatory", 4)));
        ledger.appendWithBody("NOR", SampleFiling.attestation("NOR", 0).body("signatory", null));
    }

    private void enrol(SampleSigner key, boolean isPasskey, int number) {
        SampleFiling enrolment = SampleFiling.enrolment("NOR", key, "SIGNATORY", isPasskey, SampleSigner.ROOT_NOR);
        ledger.appendWithBody(
                "NOR", enrolment.body("registrar", SampleSigner.ROOT_NOR.jws(enrolment.challenge("root", number))));
    }

    /** The passkey is revoked. */
    public SignedLedger revoke() {
        SampleFiling revocation = SampleFiling.revocation("NOR", SampleSigner.SIGNATORY, SampleSigner.ROOT_NOR);
        ledger.appendWithBody(
                "NOR", revocation.body("registrar", SampleSigner.ROOT_NOR.jws(revocation.challenge("root", 5))));
        return this;
    }

    public SignedLedger file(SampleFiling filing, SubmitterSignature signature) {
        ledger.appendWithBody("NOR", filing.body("signatory", signature));
        return this;
    }

    public SampleLedger ledger() {
        return ledger;
    }
}

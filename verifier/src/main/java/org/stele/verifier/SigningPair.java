package org.stele.verifier;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import org.stele.ledger.submitter.Challenge;
import org.stele.ledger.submitter.Jws;
import org.stele.ledger.submitter.SigningKey;
import org.stele.ledger.submitter.SubmitterSignature;

/** A SigningPair is the key of an official, or of a State's root, with its private half. */
record SigningPair(SigningKey key, PrivateKey privateKey) {

    SubmitterSignature sign(Challenge challenge) {
        byte[] input = Jws.signingInput(key, challenge.hash());
        try {
            Signature signer = Signature.getInstance(key.algorithm().platformName());
            signer.initSign(privateKey);
            signer.update(input);
            byte[] signature = signer.sign();
            if (!key.verifies(input, signature)) {
                throw new IllegalArgumentException("The private key is not that of the public key");
            }
            return SubmitterSignature.ofJws(
                    key.id(), challenge.role(), challenge.nonce(), challenge.filings(), Jws.compact(key, signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key does not sign", e);
        }
    }

    /** Without the private half: records print their fields. */
    @Override
    public String toString() {
        return key.toString();
    }
}

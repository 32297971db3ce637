package org.stele.command.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.Jws;
import org.stele.ledger.submitter.SignedFilings;
import org.stele.ledger.submitter.SigningKey;
import org.stele.ledger.submitter.SubmitterSignature;

/** A key of Ed25519 that an official, or a State's root, signs filings with. */
public final class KeyFile {

    private final KeyPair pair;
    private final SigningKey key;

    public KeyFile() {
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            this.key = SigningKey.ofSpki(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public SigningKey key() {
        return key;
    }

    public static byte[] nonce() {
        byte[] nonce = new byte[32];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    public SignedFilings sign(String origin, String role, byte[] nonce, List<Filing> filings) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(Jws.signingInput(
                    key, SignedFilings.challenge(origin, filings, role, nonce).hash()));
            String jws = Jws.compact(key, signer.sign());
            return new SignedFilings(
                    filings,
                    SubmitterSignature.ofJws(
                            key.id(),
                            role,
                            nonce,
                            filings.stream().map(Filing::digest).toList(),
                            jws));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The signature as the header Stele-Signature has it. */
    public static String header(SubmitterSignature signature) {
        Map<String, String> entries = new TreeMap<>(signature.metadata());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Client.JSON.writeValueAsString(entries).getBytes(UTF_8));
    }
}

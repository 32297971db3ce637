package org.stele.ledger.submitter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;

/**
 * A Jws is a signature over a challenge in compact serialization with detached content (RFC 7515, appendix F). Its header
 * has one form, so that nothing of it has to be understood: neither crit nor b64 nor a key that it brings
 * (docs/spec/submitters.md, section 6).
 */
public final class Jws {

    private Jws() {}

    /** What is signed: the header and the challenge. */
    public static byte[] signingInput(SigningKey key, Hash challenge) {
        return (header(key) + "." + Base64Url.of(challenge.bytes())).getBytes(US_ASCII);
    }

    /** @param signature 64 bytes, over {@link #signingInput} */
    public static String compact(SigningKey key, byte[] signature) {
        return header(key) + ".." + Base64Url.of(signature);
    }

    static void require(String compact, SigningKey key, Hash challenge) throws NotVerified {
        String expected = header(key) + "..";
        if (!compact.startsWith(expected)) {
            throw new NotVerified("the header of the signature is not the one for the key");
        }
        byte[] signature = Base64Url.parse(compact.substring(expected.length()), 64, "a signature");
        if (!key.verifies(signingInput(key, challenge), signature)) {
            throw new NotVerified("the signature is not the key's over this filing, for this State, role and ledger");
        }
    }

    private static String header(SigningKey key) {
        String json = "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"stele-filing+jws\"}"
                .formatted(key.algorithm().joseName(), key.id());
        return Base64Url.of(json.getBytes(US_ASCII));
    }
}

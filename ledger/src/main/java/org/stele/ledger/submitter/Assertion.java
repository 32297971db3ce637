package org.stele.ledger.submitter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.json.StrictJson;

/**
 * An Assertion is what an authenticator gave for a challenge (WebAuthn Level 2, section 7.2, and
 * docs/spec/submitters.md, section 7).
 *
 * @param signature in DER for ES256
 */
public record Assertion(byte[] clientData, byte[] authenticatorData, byte[] signature) {

    /** Hash of the relying party, flags, counter. An assertion that is asked for no extension has nothing more. */
    private static final int AUTHENTICATOR_DATA_BYTES = 32 + 1 + 4;

    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int KNOWN_FLAGS = USER_PRESENT | USER_VERIFIED | BACKUP_ELIGIBLE | BACKED_UP;

    /** Refuses an assertion that does not show that its key signed this challenge, by its user, on the pages of the party. */
    void require(SigningKey key, Passkey party, Hash challenge) throws NotVerified {
        requireClient(party, challenge);
        requireAuthenticator(party);
        byte[] fixed = key.algorithm() == SigningKey.Algorithm.ES256 ? DerSignature.toFixed(signature) : signature;
        byte[] clientHash = Hash.sha256(clientData).bytes();
        byte[] message = Arrays.copyOf(authenticatorData, authenticatorData.length + clientHash.length);
        System.arraycopy(clientHash, 0, message, authenticatorData.length, clientHash.length);
        require(key.verifies(message, fixed), "the signature of the authenticator is not the key's");
    }

    private void requireClient(Passkey party, Hash challenge) throws NotVerified {
        JsonValue.Members client = StrictJson.parseAround(clientData);
        require("webauthn.get".equals(client.text("type")), "the client's data are not those of an assertion");
        require(
                Base64Url.of(challenge.bytes()).equals(client.text("challenge")),
                "what was signed is not this filing, for this State, role and ledger");
        require(
                party.origins().contains(client.text("origin")),
                "it was signed on a page of another origin than the key was enrolled for");
        JsonValue crossOrigin = client.values().get("crossOrigin");
        require(
                crossOrigin == null || crossOrigin.equals(new JsonValue.Truth(false)),
                "it was signed in a frame on another site's page");
        require(!client.has("topOrigin"), "it was signed in a frame on another site's page");
    }

    private void requireAuthenticator(Passkey party) throws NotVerified {
        require(
                authenticatorData.length == AUTHENTICATOR_DATA_BYTES,
                "the authenticator's data have another length than 37");
        byte[] rpIdHash = Hash.sha256(party.rpId().getBytes(UTF_8)).bytes();
        require(
                Arrays.equals(Arrays.copyOf(authenticatorData, Hash.SIZE_BYTES), rpIdHash),
                "it was signed for another party than the key was enrolled for");
        int flags = authenticatorData[Hash.SIZE_BYTES];
        require((flags & USER_PRESENT) != 0, "nobody was present");
        require((flags & USER_VERIFIED) != 0, "the authenticator did not verify its user");
        require((flags & ~KNOWN_FLAGS) == 0, "the authenticator's data have flags that an assertion has not");
        require(
                (flags & BACKED_UP) == 0 || (flags & BACKUP_ELIGIBLE) != 0,
                "the authenticator's data contradict themselves");
    }

    private static void require(boolean holds, String otherwise) throws NotVerified {
        if (!holds) {
            throw new NotVerified(otherwise);
        }
    }
}

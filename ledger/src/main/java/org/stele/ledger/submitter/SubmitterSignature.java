package org.stele.ledger.submitter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.NotVerified;

/**
 * A SubmitterSignature is what an event keeps of its submitter's signature, in its metadata (docs/spec/submitters.md,
 * section 8).
 *
 * @param keyId of the key, {@link SigningKey#id}
 * @param filings the digests that were signed together; empty where this filing alone was
 * @param jws null for a passkey
 * @param assertion null for a JWS
 */
public record SubmitterSignature(
        String keyId,
        String role,
        byte[] nonce,
        List<Hash> filings,
        @Nullable String jws,
        @Nullable Assertion assertion) {

    /** How the key signed. */
    public enum Form {
        JWS,
        PASSKEY
    }

    /** Every entry's name begins so, and no other entry's does. */
    public static final String PREFIX = "signature";

    private static final String SIGNATURE = PREFIX;
    private static final String FORM = PREFIX + "Form";
    private static final String KEY = PREFIX + "Key";
    private static final String ROLE = PREFIX + "Role";
    private static final String NONCE = PREFIX + "Nonce";
    private static final String FILINGS = PREFIX + "Filings";
    private static final String CLIENT_DATA = PREFIX + "ClientData";
    private static final String AUTHENTICATOR_DATA = PREFIX + "AuthenticatorData";

    private static final String JWS_V1 = "jws@v1";
    private static final String PASSKEY_V1 = "passkey@v1";
    private static final int MAX_JWS_CHARACTERS = 512;
    private static final int MAX_CLIENT_DATA_BYTES = 4_096;
    private static final int MAX_SIGNATURE_BYTES = 72;

    public SubmitterSignature {
        filings = List.copyOf(filings);
        nonce = nonce.clone();
        require(keyId.matches("[0-9a-f]{64}"), "A key's id has 64 hexadecimal digits");
        require(nonce.length == Challenge.NONCE_BYTES, "A nonce has 32 bytes");
        require(filings.size() != 1, "One filing that was signed alone is not listed");
        require((jws == null) != (assertion == null), "A signature is a JWS or an authenticator's");
    }

    public static SubmitterSignature ofJws(String keyId, String role, byte[] nonce, List<Hash> filings, String jws) {
        return new SubmitterSignature(keyId, role, nonce, listed(filings), jws, null);
    }

    public static SubmitterSignature ofPasskey(
            String keyId,
            String role,
            byte[] nonce,
            List<Hash> filings,
            byte[] clientData,
            byte[] authenticatorData,
            byte[] signature) {
        Assertion assertion = new Assertion(clientData, authenticatorData, signature);
        return new SubmitterSignature(keyId, role, nonce, listed(filings), null, assertion);
    }

    private static List<Hash> listed(List<Hash> filings) {
        return filings.size() == 1 ? List.of() : filings;
    }

    /**
     * The signature in an event's metadata; null without one.
     *
     * @throws IllegalArgumentException where there are some of its entries, or others, or not in their one spelling
     */
    public static @Nullable SubmitterSignature from(Map<String, String> metadata) {
        Map<String, String> own = new LinkedHashMap<>(metadata);
        own.keySet().removeIf(name -> !name.startsWith(PREFIX));
        if (own.isEmpty()) {
            return null;
        }
        SubmitterSignature signature = parse(own);
        require(signature.metadata().equals(own), "The entries of a signature are not in their one form");
        return signature;
    }

    private static SubmitterSignature parse(Map<String, String> own) {
        byte[] nonce = Base64Url.parse(entry(own, NONCE), Challenge.NONCE_BYTES, "a nonce");
        List<Hash> filings = new ArrayList<>();
        if (own.containsKey(FILINGS)) {
            for (String digest : entry(own, FILINGS).split(" ", Challenge.MAX_FILINGS + 1)) {
                filings.add(Hash.ofHex(digest));
            }
        }
        String keyId = entry(own, KEY);
        String role = entry(own, ROLE);
        String signature = entry(own, SIGNATURE);
        switch (entry(own, FORM)) {
            case JWS_V1:
                require(signature.length() <= MAX_JWS_CHARACTERS, "A JWS of more than 512 characters");
                return new SubmitterSignature(keyId, role, nonce, filings, signature, null);
            case PASSKEY_V1:
                Assertion assertion = new Assertion(
                        Base64Url.parse(entry(own, CLIENT_DATA), MAX_CLIENT_DATA_BYTES, "the client's data"),
                        Base64Url.parse(entry(own, AUTHENTICATOR_DATA), MAX_CLIENT_DATA_BYTES, "authenticator's data"),
                        Base64Url.parse(signature, MAX_SIGNATURE_BYTES, "a signature"));
                return new SubmitterSignature(keyId, role, nonce, filings, null, assertion);
            default:
                throw new IllegalArgumentException("Expected a signature of the form jws@v1 or passkey@v1");
        }
    }

    private static String entry(Map<String, String> metadata, String name) {
        String value = metadata.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A signature lacks the entry " + name);
        }
        return value;
    }

    /** The entries of the metadata that carry it. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORM, jws == null ? PASSKEY_V1 : JWS_V1);
        metadata.put(KEY, keyId);
        metadata.put(ROLE, role);
        metadata.put(NONCE, Base64Url.of(nonce));
        if (!filings.isEmpty()) {
            metadata.put(
                    FILINGS, String.join(" ", filings.stream().map(Hash::hex).toList()));
        }
        if (assertion == null) {
            metadata.put(SIGNATURE, String.valueOf(jws));
        } else {
            metadata.put(CLIENT_DATA, Base64Url.of(assertion.clientData()));
            metadata.put(AUTHENTICATOR_DATA, Base64Url.of(assertion.authenticatorData()));
            metadata.put(SIGNATURE, Base64Url.of(assertion.signature()));
        }
        return metadata;
    }

    public Form form() {
        return jws == null ? Form.PASSKEY : Form.JWS;
    }

    /** The challenge that it must be over, for a filing of a State in a ledger. */
    public Challenge challenge(String origin, Hash filing, String memberState) {
        return new Challenge(origin, filings.isEmpty() ? List.of(filing) : filings, memberState, role, nonce);
    }

    /** Whether this filing is the one, or one of those, that were signed. */
    public boolean isOver(Hash filing) {
        return filings.isEmpty() || filings.contains(filing);
    }

    /**
     * Refuses a signature that is not the key's over the challenge.
     *
     * @param party where a passkey signs; null for a key that signs as a JWS
     */
    public void require(SigningKey key, @Nullable Passkey party, Hash challenge) throws NotVerified {
        if (!key.id().equals(keyId)) {
            throw new NotVerified("the signature names another key");
        }
        if ((party == null) != (assertion == null)) {
            throw new NotVerified("the key was not enrolled to sign as " + form());
        }
        try {
            if (assertion != null && party != null) {
                assertion.require(key, party, challenge);
            } else {
                Jws.require(String.valueOf(jws), key, challenge);
            }
        } catch (IllegalArgumentException e) {
            throw new NotVerified("the signature cannot be read: " + e.getMessage());
        }
    }

    /** The names of all entries that there can be. */
    public static Set<String> names() {
        return new TreeSet<>(List.of(SIGNATURE, FORM, KEY, ROLE, NONCE, FILINGS, CLIENT_DATA, AUTHENTICATOR_DATA));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

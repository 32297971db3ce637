package org.stele.identity;

import static java.util.Objects.requireNonNull;

import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A passkey of an emulated authenticator, and the browser that it is used in. */
final class TestPasskey {

    static final int PRESENT = 1;
    static final int VERIFIED = 4;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NoneAttestationAuthenticator authenticator = new NoneAttestationAuthenticator();
    private byte[] id = {};
    private byte[] owner = {};
    private long count = 100;

    /** What a browser would send to sign in; each part can be another than what was asked for. */
    record Assertion(byte[] id, byte[] data, byte[] client, byte[] signature, byte[] owner) {

        String json() {
            return JSON.writeValueAsString(Map.of(
                    "id",
                    text(id),
                    "rawId",
                    text(id),
                    "type",
                    "public-key",
                    "clientExtensionResults",
                    Map.of(),
                    "response",
                    Map.of(
                            "authenticatorData",
                            text(data),
                            "clientDataJSON",
                            text(client),
                            "signature",
                            text(signature),
                            "userHandle",
                            text(owner))));
        }
    }

    /** Registers a passkey for whoever is signed in. */
    HttpResponse<String> register(SampleNode node, HttpClient browser, boolean isVerified) throws Exception {
        String token = node.formToken(browser, "/account");
        HttpResponse<String> answer = node.postJson(browser, "/account/passkeys/options", "{}", token);
        JsonNode asked = JSON.readTree(answer.body());
        return node.postJson(browser, "/account/passkeys", made(node.origin(), asked, isVerified), token);
    }

    private String made(String origin, JsonNode asked, boolean isVerified) throws GeneralSecurityException {
        owner = bytes(asked.at("/user/id").asString());
        var made = new ClientPlatform(new Origin(origin), new WebAuthnAuthenticatorAdaptor(authenticator))
                .create(new PublicKeyCredentialCreationOptions(
                        new PublicKeyCredentialRpEntity(asked.at("/rp/id").asString(), "Stele"),
                        new PublicKeyCredentialUserEntity(owner, "a", "a"),
                        new DefaultChallenge(bytes(asked.at("/challenge").asString())),
                        List.of(new PublicKeyCredentialParameters(
                                PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256)),
                        null,
                        List.of(),
                        new AuthenticatorSelectionCriteria(null, true, UserVerificationRequirement.REQUIRED),
                        null,
                        null));
        id = bytes(requireNonNull(made.getId()));
        byte[] attestation = requireNonNull(requireNonNull(made.getResponse()).getAttestationObject());
        if (!isVerified) {
            attestation[flagsAt(attestation, asked.at("/rp/id").asString())] &= ~VERIFIED;
        }
        return JSON.writeValueAsString(Map.of(
                "label",
                "emulated",
                "credential",
                Map.of(
                        "id",
                        text(id),
                        "rawId",
                        text(id),
                        "type",
                        "public-key",
                        "clientExtensionResults",
                        Map.of(),
                        "response",
                        Map.of(
                                "attestationObject",
                                text(attestation),
                                "clientDataJSON",
                                text(made.getResponse().getClientDataJSON()),
                                "transports",
                                List.of("internal")))));
    }

    /** The flags follow the digest of the site's name; nothing signs them where no attestation is asked for. */
    private static int flagsAt(byte[] attestation, String rpId) throws GeneralSecurityException {
        String digest = HexFormat.of().formatHex(sha256(rpId.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(attestation).indexOf(digest) / 2 + 32;
    }

    /** Asks for a challenge, which the browser remembers by its cookie. */
    static String challenge(SampleNode node, HttpClient browser) throws Exception {
        String token = node.formToken(browser, "/sign-in");
        String options =
                node.postJson(browser, "/sign-in/passkey/options", "{}", token).body();
        return JSON.readTree(options).at("/challenge").asString();
    }

    /** Signs as the authenticator does. */
    Assertion sign(String rpId, String origin, String challenge, int flags) throws GeneralSecurityException {
        count++;
        byte[] data = ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) count)
                .array();
        byte[] client = JSON.writeValueAsBytes(
                Map.of("type", "webauthn.get", "challenge", challenge, "origin", origin, "crossOrigin", false));
        return new Assertion(id, data, client, sign(data, client), owner);
    }

    private byte[] sign(byte[] data, byte[] client) throws GeneralSecurityException {
        PrivateKey key = java.util.Objects.requireNonNull(
                authenticator.lookup(id).getPrivateKey().getPrivateKey());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(data);
        signature.update(sha256(client));
        return signature.sign();
    }

    void setCount(long at) {
        count = at;
    }

    byte[] id() {
        return Arrays.copyOf(id, id.length);
    }

    static HttpResponse<String> signIn(SampleNode node, HttpClient browser, Assertion assertion) throws Exception {
        return node.postJson(browser, "/sign-in/passkey", assertion.json(), node.formToken(browser, "/sign-in"));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}

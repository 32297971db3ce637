package org.stele.ledger.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.json.CanonicalJson;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.json.StrictJson;
import org.stele.ledger.submitter.Challenge;
import org.stele.ledger.submitter.Filing;
import org.stele.ledger.submitter.SubmitterSignature;

/** A SampleFiling is an event that a State files or its root states, before it is signed. */
public record SampleFiling(String type, String version, String state, String payload) {

    /** A final report that counts so many persons. */
    public static SampleFiling attestation(String state, int remaining) {
        return new SampleFiling("attestation.AttestationSubmitted", "2", state, """
                {"memberState":"%s","attestation":"6b9d6e0c-7c1f-4c57-8f0a-1d2c3b4a5e6f","obligation":"REP-FIN",\
                "content":{"workers":{"baseline":{"count":24,"basis":"PERMITS"},"repatriated":22,"remaining":%s},\
                "declaredNil":false,"explanation":"Două persoane, \\"reședință\\".","documents":[]},"submittedOn":"2020-02-17"}""".formatted(state, remaining));
    }

    /** The root's statement that a key may sign; a passkey's where it has a party. */
    public static SampleFiling enrolment(
            String state, SampleSigner key, String role, boolean isPasskey, SampleSigner root) {
        String where = isPasskey ? ",\"rpId\":\"ledger.example\",\"origins\":[\"https://ledger.example\"]" : "";
        return new SampleFiling("access.SigningKeyEnrolled", "1", state, """
                {"memberState":"%s","key":"%s","publicKey":"%s","role":"%s","label":"Mission, second key","form":"%s"%s,\
                "rootKey":"%s","enrolledOn":"2026-01-02"}""".formatted(
                        state, key.key().id(), key.key(), role, isPasskey ? "PASSKEY" : "JWS", where, root.key()));
    }

    public static SampleFiling revocation(String state, SampleSigner key, SampleSigner root) {
        return new SampleFiling(
                "access.SigningKeyRevoked",
                "1",
                state,
                "{\"memberState\":\"%s\",\"key\":\"%s\",\"reason\":\"LOST\",\"rootKey\":\"%s\",\"revokedOn\":\"2026-03-01\"}"
                        .formatted(state, key.key().id(), root.key()));
    }

    public Filing filing() {
        return Filing.recorded(type, version, (JsonValue.Members) StrictJson.parse(payload.getBytes(UTF_8)));
    }

    /** The challenge that its signatory signs; the number makes the nonce. */
    public Challenge challenge(String role, int number) {
        return challenge(SampleKeys.ORIGIN, role, number);
    }

    public Challenge challenge(String origin, String role, int number) {
        return new Challenge(origin, List.of(filing().digest()), state, role, nonce(number));
    }

    public static byte[] nonce(int number) {
        byte[] nonce = new byte[Challenge.NONCE_BYTES];
        for (int i = 0; i < nonce.length; i++) {
            nonce[i] = (byte) (number >> (8 * (i % 4)));
        }
        return nonce;
    }

    /** The stored body, as an official of the State entered it in a role. */
    public byte[] body(String actorRole, @Nullable SubmitterSignature signature) {
        return body(Map.of("actor", "staff-0001", "actorRole", actorRole, "actorState", state), signature);
    }

    /** The stored body of what a registrar entered. */
    public byte[] broughtBody(@Nullable SubmitterSignature signature) {
        return body(Map.of("actor", "staff-0002", "actorRole", "registrar"), signature);
    }

    private byte[] body(Map<String, String> actor, @Nullable SubmitterSignature signature) {
        SortedMap<String, JsonValue> metadata = new TreeMap<>();
        actor.forEach((name, value) -> metadata.put(name, new JsonValue.Text(value)));
        metadata.put("decidedAt", new JsonValue.Text("2026-01-01T00:00:00Z"));
        if (signature != null) {
            signature.metadata().forEach((name, value) -> metadata.put(name, new JsonValue.Text(value)));
        }
        return "{\"metadata\":%s,\"payload\":%s,\"tags\":[\"memberState=%s\"],\"type\":\"%s\",\"typeVersion\":\"%s\"}"
                .formatted(CanonicalJson.text(new JsonValue.Members(metadata)), payload, state, type, version)
                .getBytes(UTF_8);
    }
}

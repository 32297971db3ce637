package org.stele.ledger.submitter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.json.CanonicalJson;
import org.stele.ledger.json.StrictJson;
import org.stele.ledger.sample.SampleFiling;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleSigner;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of docs/spec/submitters.md, section 13. */
public final class SubmitterVectors {

    private static final List<String> TEXTS = List.of(
            "{\"b\":[ ],\"a\":{ },\"\\u20ac\":1.50,\"\\ud83d\\ude00\":-0,\"\\ufb33\":\"\\u001f\\/\\u007f\"}",
            "[1e-7,0.000001,100000000000000000000e-15,4.50,5e-324,-9007199254740992]",
            "9007199254740993",
            "1e21",
            "0.1000000000000000055",
            "1e400",
            "{\"a\":1,\"\\u0061\":2}",
            "\"\\ud800\"",
            "[01]",
            "\ufeff1",
            "[".repeat(64) + "]".repeat(64),
            "[".repeat(65) + "]".repeat(65));

    private static final List<SampleSigner> SIGNERS = List.of(
            SampleSigner.ROOT_NOR,
            SampleSigner.ROOT_KEN,
            SampleSigner.SIGNATORY,
            SampleSigner.FILE,
            SampleSigner.ED_PASSKEY,
            SampleSigner.STRANGER);

    private SubmitterVectors() {}

    /** Writes the file anew: its path is the argument. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), json());
    }

    static String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("origin", SampleKeys.ORIGIN);
        all.put(
                "roots",
                List.of(
                        "NOR=" + SampleSigner.ROOT_NOR.key().id(),
                        "KEN=" + SampleSigner.ROOT_KEN.key().id()));
        Map<String, List<String>> setByTheLedger = new LinkedHashMap<>();
        Filing.types().forEach(type -> setByTheLedger.put(type, Filing.setByTheLedger(type)));
        all.put("setByTheLedger", setByTheLedger);
        all.put("texts", TEXTS.stream().map(SubmitterVectors::text).toList());
        all.put("keys", SIGNERS.stream().map(SubmitterVectors::key).toList());
        all.put("refusedKeys", refusedKeys());
        all.put("challenges", challenges());
        all.put("histories", histories());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(all)
                + "\n";
    }

    private static Map<String, Object> text(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("text", base64(bytes));
        one.put("canonical", canonical(bytes));
        return one;
    }

    private static @Nullable String canonical(byte[] bytes) {
        try {
            return base64(CanonicalJson.encode(StrictJson.parse(bytes)));
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }

    private static Map<String, Object> key(SampleSigner signer) {
        SigningKey key = signer.key();
        Hash challenge = Hash.sha256(key.spki());
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("algorithm", key.algorithm().joseName());
        one.put("publicKey", key.toString());
        one.put("id", key.id());
        one.put("challenge", challenge.hex());
        one.put("jws", Jws.compact(key, signer.sign(Jws.signingInput(key, challenge))));
        return one;
    }

    private static List<String> refusedKeys() {
        List<String> refused = new ArrayList<>();
        byte[] off = SampleSigner.STRANGER.key().spki();
        off[off.length - 1] ^= 1;
        refused.add(Base64Url.of(off));
        for (String point : List.of(
                "00".repeat(32),
                "01" + "00".repeat(31),
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "02" + "00".repeat(31))) {
            refused.add(Base64Url.of(HexFormat.of().parseHex("302a300506032b6570032100" + point)));
        }
        return refused;
    }

    private static List<Map<String, Object>> challenges() {
        Hash one = Hash.sha256("one".getBytes(UTF_8));
        Hash two = Hash.sha256("two".getBytes(UTF_8));
        return List.of(
                challenge(new Challenge(SampleKeys.ORIGIN, List.of(one), "NOR", "signatory", SampleFiling.nonce(1))),
                challenge(
                        new Challenge(SampleKeys.ORIGIN, List.of(one, two), "NOR", "signatory", SampleFiling.nonce(1))),
                challenge(new Challenge(
                        SampleKeys.ORIGIN, List.of(two, one), "KEN", "focal-point", SampleFiling.nonce(2))));
    }

    private static Map<String, Object> challenge(Challenge challenge) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("origin", challenge.origin());
        one.put("filings", challenge.filings().stream().map(Hash::hex).toList());
        one.put("memberState", challenge.memberState());
        one.put("role", challenge.role());
        one.put("nonce", Base64Url.of(challenge.nonce()));
        one.put("challenge", challenge.hash().hex());
        return one;
    }

    /** A true history, and one for each way to forge, three times. */
    private static List<Map<String, Object>> histories() {
        List<Map<String, Object>> histories = new ArrayList<>();
        ForgedLedger true_ = new ForgedLedger();
        Random random = new Random(15);
        for (int i = 0; i < 4; i++) {
            true_.event("NOR", true_.signed(random));
        }
        SampleFiling filing = SampleFiling.attestation("NOR", 5);
        true_.enrol("NOR", SampleSigner.ED_PASSKEY, "SIGNATORY", true);
        true_.event(
                "NOR", filing.body("signatory", SampleSigner.ED_PASSKEY.passkey(filing.challenge("signatory", 50))));
        true_.event("NOR", filing.body("signatory", null));
        true_.event("NOR", filing.broughtBody(null));
        true_.hidden("NOR");
        true_.event("NOR", filing.body("signatory", SampleSigner.STRANGER.jws(filing.challenge("signatory", 51))));
        true_.revoke("NOR", SampleSigner.FILE);
        histories.add(history("true, and what is missing", true_));
        for (Forgery forgery : Forgery.values()) {
            for (int i = 0; i < 3; i++) {
                ForgedLedger forged = new ForgedLedger();
                forged.event(forgery.state(), forgery.body(forged, random));
                histories.add(history(
                        forgery.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), forged));
            }
        }
        return histories;
    }

    private static Map<String, Object> history(String name, ForgedLedger ledger) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", name);
        one.put("events", ledger.seen().stream().map(SubmitterVectors::event).toList());
        SubmitterFiles files = new SubmitterFiles(SampleKeys.ORIGIN);
        ledger.seen().stream()
                .filter(seen -> seen.body() != null)
                .forEach(seen -> files.add(
                        seen.finding().position(),
                        seen.finding().state(),
                        SubmitterClaim.of(Objects.requireNonNull(seen.body()))));
        one.put("keys", new String(files.keys(), UTF_8));
        one.put("signatures", new String(files.signatures(), UTF_8));
        return one;
    }

    private static Map<String, Object> event(ForgedLedger.Seen seen) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("position", seen.finding().position());
        one.put("state", seen.finding().state());
        one.put("body", seen.body() == null ? null : base64(seen.body()));
        one.put("finding", seen.body() == null ? null : seen.finding().status().name());
        return one;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

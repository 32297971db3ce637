package org.stele.ledger.submitter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stele.ledger.sample.SampleFiling;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleSigner;

/** A Forgery is one way to file something that its State's official did not sign, and how it is tried. */
enum Forgery {
    /** One byte of what the official stated. */
    ALTERED_CONTENT {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            return flipped(ledger.signed(random), random, "\"payload\":", ",\"submittedOn\"", "\"attestation\":\"");
        }
    },
    /** One byte of the type, its version, or the State's tag. */
    ALTERED_TYPE {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            return flipped(ledger.signed(random), random, "\"type\":\"attestation", "}", "");
        }
    },
    /** One byte of the signature's entries in the metadata. */
    ALTERED_SIGNATURE {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            return flipped(ledger.signed(random), random, "\"signature\":", "},\"payload\"", "");
        }
    },
    /** One byte of what the authenticator gave, encoded anew. */
    ALTERED_ASSERTION {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            SampleFiling filing = ledger.filing(random);
            SubmitterSignature true_ = SampleSigner.SIGNATORY.passkey(filing.challenge("signatory", random.nextInt()));
            Assertion given = java.util.Objects.requireNonNull(true_.assertion());
            byte[][] parts = {given.clientData(), given.authenticatorData(), given.signature()};
            byte[] part = parts[random.nextInt(parts.length)];
            part[random.nextInt(part.length)] ^= (byte) (1 << random.nextInt(8));
            return filing.body("signatory", again(true_, parts));
        }
    },
    /** A true assertion for another purpose, page, party or without its user. */
    OTHER_ASSERTION {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            SampleFiling filing = ledger.filing(random);
            Challenge challenge = filing.challenge("signatory", random.nextInt());
            String page = SampleSigner.PARTY.origins().get(0);
            String[] pages = {"https://ledger.example.evil.test", "http://ledger.example", "https://ledger.example:8443"
            };
            return filing.body(
                    "signatory",
                    switch (random.nextInt(6)) {
                        case 0 -> assertion(challenge, "webauthn.create", page, "", 0x05, "ledger.example");
                        case 1 ->
                            assertion(challenge, "webauthn.get", pages[random.nextInt(3)], "", 0x05, "ledger.example");
                        case 2 ->
                            assertion(
                                    challenge,
                                    "webauthn.get",
                                    page,
                                    ",\"topOrigin\":\"https://a.test\"",
                                    0x05,
                                    "ledger.example");
                        case 3 ->
                            assertion(challenge, "webauthn.get", page, ",\"crossOrigin\":true", 0x05, "ledger.example");
                        case 4 ->
                            assertion(
                                    challenge,
                                    "webauthn.get",
                                    page,
                                    "",
                                    new int[] {0, 1, 4, 0x15, 0x45, 0x85, 0x25}[random.nextInt(7)],
                                    "ledger.example");
                        default -> assertion(challenge, "webauthn.get", page, "", 0x05, "other.example");
                    });
        }
    },
    /** The same event once more. */
    REPLAYED {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            byte[] body = ledger.signed(random);
            ledger.mustAccept("NOR", body);
            return body;
        }
    },
    /** A true signature beside another filing. */
    SWAPPED {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            SampleFiling one = ledger.filing(random);
            SampleFiling other = SampleFiling.attestation("NOR", 100_000 + random.nextInt(1_000));
            return other.body("signatory", ledger.sign(one, "signatory", random));
        }
    },
    /** What an official of one State signed, filed for another that enrolled the same key or not. */
    CROSS_STATE {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            SampleFiling ken = SampleFiling.attestation("KEN", random.nextInt(1_000));
            SampleFiling nor = SampleFiling.attestation("NOR", random.nextInt(1_000));
            boolean isShared = random.nextBoolean();
            if (isShared) {
                ledger.enrol("KEN", SampleSigner.FILE, "SIGNATORY", false);
            }
            // The challenge names NOR, whatever the filing says.
            Challenge challenge = new Challenge(
                    SampleKeys.ORIGIN,
                    List.of((random.nextBoolean() ? ken : nor).filing().digest()),
                    "NOR",
                    "signatory",
                    SampleFiling.nonce(random.nextInt()));
            return (random.nextBoolean() ? ken : nor).body("signatory", SampleSigner.FILE.jws(challenge));
        }

        @Override
        String state() {
            return "KEN";
        }
    },
    /** A key of one role signs for, or is entered for, another. */
    CROSS_ROLE {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            SampleFiling filing = ledger.filing(random);
            String signed = random.nextBoolean() ? "signatory" : "focal-point";
            String entered = random.nextBoolean() || signed.equals("focal-point") ? "signatory" : "screening-analyst";
            return filing.body(entered, SampleSigner.FOCAL_POINT.jws(filing.challenge(signed, random.nextInt())));
        }
    },
    /** A key that was revoked, or that is enrolled only afterwards, or by a root that is none, or never. */
    KEY_NOT_GOOD {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            SampleFiling filing = ledger.filing(random);
            int number = random.nextInt();
            SampleSigner key = SampleSigner.STRANGER;
            int way = random.nextInt(4);
            if (way == 0) {
                ledger.enrol("NOR", key, "SIGNATORY", false);
                SampleFiling before = SampleFiling.attestation("NOR", 77);
                ledger.mustAccept("NOR", before.body("signatory", key.jws(before.challenge("signatory", number + 1))));
                ledger.revoke("NOR", key);
            } else if (way == 1) {
                SampleFiling enrolment =
                        SampleFiling.enrolment("NOR", key, "SIGNATORY", false, SampleSigner.FALSE_ROOT);
                ledger.event(
                        "NOR",
                        enrolment.body("registrar", SampleSigner.FALSE_ROOT.jws(enrolment.challenge("root", number))));
            } else if (way == 2) {
                SampleFiling enrolment = SampleFiling.enrolment("NOR", key, "SIGNATORY", false, SampleSigner.ROOT_NOR);
                ledger.event(
                        "NOR",
                        enrolment.body(
                                "registrar",
                                SampleSigner.ROOT_NOR.jws(enrolment.challenge("test.example/audit", "root", number))));
            }
            return filing.body("signatory", key.jws(filing.challenge("signatory", number)));
        }
    },
    /** The name of an enrolled key over the signature of another; another header; another ledger. */
    FORGED_JWS {
        @Override
        byte[] body(ForgedLedger ledger, Random random) {
            SampleFiling filing = ledger.filing(random);
            Challenge challenge = filing.challenge("signatory", random.nextInt());
            SigningKey key = SampleSigner.FILE.key();
            byte[] input = Jws.signingInput(key, challenge.hash());
            String[] headers = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"EdDSA\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"HS256\",\"kid\":\"" + key.id() + "\"}",
                "{\"alg\":\"EdDSA\",\"jwk\":{\"crv\":\"Ed25519\",\"kty\":\"OKP\"},\"kid\":\"" + key.id() + "\"}"
            };
            String jws = switch (random.nextInt(4)) {
                case 0 -> Jws.compact(key, SampleSigner.STRANGER.sign(input));
                case 1 ->
                    Base64Url.of(headers[random.nextInt(4)].getBytes(UTF_8)) + ".."
                            + Base64Url.of(SampleSigner.FILE.sign(input));
                case 2 ->
                    Jws.compact(
                            key,
                            SampleSigner.FILE.sign(Jws.signingInput(
                                    key,
                                    filing.challenge("test.example/audit", "signatory", 1)
                                            .hash())));
                default -> Jws.compact(key, new byte[64]);
            };
            return filing.body(
                    "signatory",
                    SubmitterSignature.ofJws(key.id(), "signatory", challenge.nonce(), challenge.filings(), jws));
        }
    };

    /** The body to try. */
    abstract byte[] body(ForgedLedger ledger, Random random);

    String state() {
        return "NOR";
    }

    private static SubmitterSignature assertion(
            Challenge challenge, String type, String page, String more, int flags, String rpId) {
        return SampleSigner.SIGNATORY.passkey(
                challenge, SampleSigner.clientData(challenge, type, page, more), flags, rpId);
    }

    private static SubmitterSignature again(SubmitterSignature of, byte[][] parts) {
        Map<String, String> metadata = new HashMap<>(of.metadata());
        metadata.put("signatureClientData", Base64Url.of(parts[0]));
        metadata.put("signatureAuthenticatorData", Base64Url.of(parts[1]));
        metadata.put("signature", Base64Url.of(parts[2]));
        return java.util.Objects.requireNonNull(SubmitterSignature.from(metadata));
    }

    /**
     * One bit between two texts.
     *
     * @param except the value after this text, which the ledger sets; empty for none
     */
    private static byte[] flipped(byte[] body, Random random, String from, String to, String except) {
        String text = new String(body, ISO_8859_1);
        int begin = text.indexOf(from);
        int end = text.indexOf(to, begin);
        int free = except.isEmpty() ? -1 : text.indexOf(except, begin);
        int at;
        do {
            at = begin + random.nextInt(end - begin);
        } while (free >= 0 && at >= free && at < free + except.length() + 37);
        byte[] flipped = body.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }
}

package org.stele.ledger.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.stele.ledger.Hash;
import org.stele.ledger.submitter.Challenge;
import org.stele.ledger.submitter.Jws;
import org.stele.ledger.submitter.Passkey;
import org.stele.ledger.submitter.SigningKey;
import org.stele.ledger.submitter.SigningKey.Algorithm;
import org.stele.ledger.submitter.SubmitterSignature;

/** A SampleSigner is a key pair that the whole world knows, as a key file or as an authenticator. It signs alike each time. */
public final class SampleSigner {

    public static final Passkey PARTY = new Passkey("ledger.example", List.of("https://ledger.example"));

    private static final HexFormat HEX = HexFormat.of();

    private final SigningKey key;
    private final PrivateKey privateKey;

    private SampleSigner(SigningKey key, PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
    }

    /** PKCS#8 and SubjectPublicKeyInfo in hexadecimal digits, as OpenSSL wrote them. */
    private static SampleSigner of(Algorithm algorithm, String pkcs8, String spki) {
        try {
            PrivateKey privateKey = KeyFactory.getInstance(algorithm.family())
                    .generatePrivate(new PKCS8EncodedKeySpec(HEX.parseHex(pkcs8)));
            return new SampleSigner(SigningKey.ofSpki(HEX.parseHex(spki)), privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The root of NOR. */
    public static final SampleSigner ROOT_NOR = of(
            Algorithm.EDDSA,
            "302e020100300506032b657004220420642fe51e78f53e031ad6929a942a6fe9fcd4c26d8252660f0bc1aa1f3b206788",
            "302a300506032b6570032100f04866de788cfe623f2fddc222e62c57a7348806c3178f613039c6a56ff6c7b6");

    /** The root of KEN. */
    public static final SampleSigner ROOT_KEN = of(
            Algorithm.ES256,
            "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b020101042076c7b7040df1797a11fafb68"
                    + "2d006c930f1b5ebd7e13af04a631b3ff32071426a1440342000445d4c37dd05423d03898de345cb225ba9952ad08dd2c"
                    + "540c84353e66bf603b3e4c03f938ee00afe4e33e46ffaa4200b1e34d127cce82da518f4fd7839630a9be",
            "3059301306072a8648ce3d020106082a8648ce3d0301070342000445d4c37dd05423d03898de345cb225ba9952ad08dd"
                    + "2c540c84353e66bf603b3e4c03f938ee00afe4e33e46ffaa4200b1e34d127cce82da518f4fd7839630a9be");

    /** A signatory's authenticator. */
    public static final SampleSigner SIGNATORY = of(
            Algorithm.ES256,
            "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b02010104206802b34d37d5120a7faae69e"
                    + "7f45a6ed2fa776d26b3deb684bfe9a50abc5d9f5a144034200042746330c09cf2a2947d951b1e9e211fee99933994b05"
                    + "9f8147295149e612074c9a20e5c6fb578813978b9fa0da914fdba9ed2db05a7f93d867ccace323316863",
            "3059301306072a8648ce3d020106082a8648ce3d030107034200042746330c09cf2a2947d951b1e9e211fee99933994b"
                    + "059f8147295149e612074c9a20e5c6fb578813978b9fa0da914fdba9ed2db05a7f93d867ccace323316863");

    /** A signatory's key file. */
    public static final SampleSigner FILE = of(
            Algorithm.EDDSA,
            "302e020100300506032b6570042204204726bdf3a179fb98e285adc6b943749945ebdf45829d175747241cbdcd88e7aa",
            "302a300506032b657003210097a24c33b81f54960d63fb70c9ee58b0bb8363291edf2334a3203e541b04e13c");

    /** A focal point's key file. */
    public static final SampleSigner FOCAL_POINT = of(
            Algorithm.ES256,
            "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b020101042021adfd5d80a9a39e72a53ebc"
                    + "50c67575a2e3dc2e21e55ab87a3ad542fb3daddda14403420004844d74886c3d33dafd4c3407bd627f340eb95c0fcab3"
                    + "7605ce767fcd9831f920d0f92861b88aa53cc0fcea80e52b866f5a300d2ebb034b69a3c2cc1f433dee38",
            "3059301306072a8648ce3d020106082a8648ce3d03010703420004844d74886c3d33dafd4c3407bd627f340eb95c0fca"
                    + "b37605ce767fcd9831f920d0f92861b88aa53cc0fcea80e52b866f5a300d2ebb034b69a3c2cc1f433dee38");

    /** An authenticator with Ed25519. */
    public static final SampleSigner ED_PASSKEY = of(
            Algorithm.EDDSA,
            "302e020100300506032b657004220420d0692d03bd9c5da5ec4afb3dd181539d89bddf0c4032659e924af1820d5ab3cc",
            "302a300506032b65700321001098ba835ad9a4cbe15f0b18475a3d0b0b4f5d6c64c1fec5e74383a09b9d7931");

    /** Nobody's. */
    public static final SampleSigner STRANGER = of(
            Algorithm.ES256,
            "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420cd56a17b9afb09511e15a7a3"
                    + "6ba8f3b1a49fafb27e6da6f0b4321d2f3c191117a1440342000490a774a8fa8870b67b8be516a26df0e74b7331eaf2d1"
                    + "ca08cfff1b7741ad6d896718ec647ef6e98b3c68ce8dddbb060babd2348530356c4cb44e0df7253708c0",
            "3059301306072a8648ce3d020106082a8648ce3d0301070342000490a774a8fa8870b67b8be516a26df0e74b7331eaf2"
                    + "d1ca08cfff1b7741ad6d896718ec647ef6e98b3c68ce8dddbb060babd2348530356c4cb44e0df7253708c0");

    /** A root that no State has. */
    public static final SampleSigner FALSE_ROOT = of(
            Algorithm.EDDSA,
            "302e020100300506032b65700422042089b35500765dc0e381863e795b5527e8ee4499a6f85173171596704876937e66",
            "302a300506032b657003210003896d635385a867a971ece96cda211f1d0878ef286282ec880f8a6776ca7468");

    public SigningKey key() {
        return key;
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    /** r || s, or the 64 bytes of Ed25519. */
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance(key.algorithm().platformName());
            signer.initSign(privateKey, new Fixed(Hash.sha256(message).bytes()));
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SubmitterSignature jws(Challenge challenge) {
        return SubmitterSignature.ofJws(
                key.id(),
                challenge.role(),
                challenge.nonce(),
                challenge.filings(),
                Jws.compact(key, sign(Jws.signingInput(key, challenge.hash()))));
    }

    /** What an authenticator with this key gives, on the page of the sample party. */
    public SubmitterSignature passkey(Challenge challenge) {
        return passkey(
                challenge, clientData(challenge, "webauthn.get", PARTY.origins().get(0), ""), 0x05, PARTY.rpId());
    }

    public SubmitterSignature passkey(Challenge challenge, String clientData, int flags, String rpId) {
        byte[] authenticatorData = ByteBuffer.allocate(37)
                .put(Hash.sha256(rpId.getBytes(UTF_8)).bytes())
                .put((byte) flags)
                .putInt(7)
                .array();
        byte[] client = clientData.getBytes(UTF_8);
        byte[] message = ByteBuffer.allocate(69)
                .put(authenticatorData)
                .put(Hash.sha256(client).bytes())
                .array();
        byte[] signature = sign(message);
        return SubmitterSignature.ofPasskey(
                key.id(),
                challenge.role(),
                challenge.nonce(),
                challenge.filings(),
                client,
                authenticatorData,
                key.algorithm() == Algorithm.ES256 ? der(signature) : signature);
    }

    /** @param more members, after a comma */
    public static String clientData(Challenge challenge, String type, String origin, String more) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false%s}"
                .formatted(
                        type,
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(challenge.hash().bytes()),
                        origin,
                        more);
    }

    /** An ECDSA signature in DER. */
    public static byte[] der(byte[] fixed) {
        byte[] r = new BigInteger(1, fixed, 0, 32).toByteArray();
        byte[] s = new BigInteger(1, fixed, 32, 32).toByteArray();
        return ByteBuffer.allocate(6 + r.length + s.length)
                .put((byte) 0x30)
                .put((byte) (4 + r.length + s.length))
                .put((byte) 2)
                .put((byte) r.length)
                .put(r)
                .put((byte) 2)
                .put((byte) s.length)
                .put(s)
                .array();
    }

    /** The same bytes again and again: the same message gives the same signature. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = Arrays.copyOf(seed, seed.length);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = seed[i % seed.length];
            }
        }
    }
}

package org.stele.ledger.submitter;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.stele.ledger.Hash;

/**
 * A SigningKey is the public key of an official, or of a State's root: Ed25519 or P-256 (docs/spec/submitters.md, section
 * 4).
 */
public final class SigningKey {

    /** How a key signs, by its name in JOSE (RFC 7518, RFC 8037). */
    public enum Algorithm {
        ES256(
                "ES256",
                "EC",
                "SHA256withECDSAinP1363Format",
                "3059301306072a8648ce3d020106082a8648ce3d03010703420004",
                64),
        EDDSA("EdDSA", "Ed25519", "Ed25519", "302a300506032b6570032100", 32);

        private final String joseName;
        private final String family;
        private final String platformName;
        private final byte[] prefix;
        private final int pointBytes;

        Algorithm(String joseName, String family, String platformName, String prefix, int pointBytes) {
            this.joseName = joseName;
            this.family = family;
            this.platformName = platformName;
            this.prefix = HEX.parseHex(prefix);
            this.pointBytes = pointBytes;
        }

        public String joseName() {
            return joseName;
        }

        /** The name of its key pairs for Java. */
        public String family() {
            return family;
        }

        /** The name of its signatures, r || s for ES256, for Java. */
        public String platformName() {
            return platformName;
        }
    }

    private static final HexFormat HEX = HexFormat.of();

    /** COSE_Key in the order of CTAP2, as every authenticator writes it: kty, alg, crv, x (RFC 9053, sections 7.1 and 7.2). */
    private static final byte[] COSE_P256 = HEX.parseHex("a5010203262001215820");

    private static final byte[] COSE_P256_Y = HEX.parseHex("225820");
    private static final byte[] COSE_ED25519 = HEX.parseHex("a4010103272006215820");

    private final Algorithm algorithm;
    private final byte[] encoded;
    private final String id;
    private final PublicKey platformKey;

    private SigningKey(Algorithm algorithm, byte[] point) {
        requirePoint(algorithm, point);
        this.algorithm = algorithm;
        this.encoded = joined(algorithm.prefix, point);
        this.id = Hash.sha256(encoded).hex();
        try {
            platformKey = KeyFactory.getInstance(algorithm.family).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The platform takes no such key", e);
        }
    }

    private static void requirePoint(Algorithm algorithm, byte[] point) {
        boolean isPoint = algorithm == Algorithm.EDDSA
                ? Curves.isEdwardsKey(point)
                : Curves.isOnP256(Arrays.copyOf(point, 32), Arrays.copyOfRange(point, 32, 64));
        if (!isPoint) {
            throw new IllegalArgumentException("The key is no point that signatures can rest on");
        }
    }

    /** The key of a SubjectPublicKeyInfo in DER (RFC 8410, RFC 5480): an uncompressed point of P-256, or Ed25519. */
    public static SigningKey ofSpki(byte[] spki) {
        for (Algorithm algorithm : Algorithm.values()) {
            byte[] prefix = algorithm.prefix;
            if (spki.length == prefix.length + algorithm.pointBytes
                    && Arrays.equals(Arrays.copyOf(spki, prefix.length), prefix)) {
                return new SigningKey(algorithm, Arrays.copyOfRange(spki, prefix.length, spki.length));
            }
        }
        throw new IllegalArgumentException(
                "Expected a public key of Ed25519 or P-256 (uncompressed) as SubjectPublicKeyInfo in DER");
    }

    /** The key in the credential that an authenticator made. */
    public static SigningKey ofCose(byte[] cose) {
        if (cose.length == 77
                && startsWith(cose, 0, COSE_P256)
                && startsWith(cose, COSE_P256.length + 32, COSE_P256_Y)) {
            byte[] point = new byte[64];
            System.arraycopy(cose, COSE_P256.length, point, 0, 32);
            System.arraycopy(cose, COSE_P256.length + 32 + COSE_P256_Y.length, point, 32, 32);
            return new SigningKey(Algorithm.ES256, point);
        }
        if (cose.length == COSE_ED25519.length + 32 && startsWith(cose, 0, COSE_ED25519)) {
            return new SigningKey(Algorithm.EDDSA, Arrays.copyOfRange(cose, COSE_ED25519.length, cose.length));
        }
        throw new IllegalArgumentException("Expected a COSE key for ES256 or EdDSA with Ed25519");
    }

    /** The key in base64url of its SubjectPublicKeyInfo, as events have it. */
    public static SigningKey parse(String base64Url) {
        return ofSpki(Base64Url.parse(base64Url, 128, "a public key"));
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** SHA-256 of the SubjectPublicKeyInfo, in hexadecimal digits. */
    public String id() {
        return id;
    }

    /** SubjectPublicKeyInfo in DER. */
    public byte[] spki() {
        return encoded.clone();
    }

    /** Whether a signature of 64 bytes (r || s for ES256) is this key's over a message. */
    public boolean verifies(byte[] message, byte[] signature) {
        boolean isWell =
                algorithm == Algorithm.EDDSA ? Curves.isEdwardsSignature(signature) : Curves.isP256Signature(signature);
        if (!isWell) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(algorithm.platformName);
            verifier.initVerify(platformKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] prefix) {
        return Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] joined(byte[] prefix, byte[] rest) {
        byte[] all = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, all, prefix.length, rest.length);
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKey key && key.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** In base64url, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return Base64Url.of(encoded);
    }
}

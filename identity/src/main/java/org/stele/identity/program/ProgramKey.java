package org.stele.identity.program;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The public key of a program: P-256 (ES256), Ed25519 (EdDSA), or RSA of 2048 to 8192 bits (RS256). */
public final class ProgramKey {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LEAST_RSA_BITS = 2_048;
    private static final int MOST_RSA_BITS = 8_192;

    /** SubjectPublicKeyInfo of Ed25519 before its 32 bytes (RFC 8410). */
    private static final byte[] ED25519_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
    };

    private static final int ED25519_BYTES = 32;

    private final JWK jwk;
    private final JWSAlgorithm algorithm;

    private ProgramKey(JWK jwk, JWSAlgorithm algorithm) {
        this.jwk = jwk;
        this.algorithm = algorithm;
    }

    /** Why a text is no key of a program; its message is the key of the words that say so. */
    public static final class NoKey extends Exception {

        NoKey(String words) {
            super(words);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }

    /** Reads a public key as JWK (RFC 7517) or as PEM, as its owner pasted it. */
    public static ProgramKey parse(String text) throws NoKey {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_TEXT) {
            throw new NoKey("programs.key.wrong");
        }
        if (stripped.contains("PRIVATE KEY")) {
            throw new NoKey("programs.key.private");
        }
        try {
            return of(stripped.startsWith("{") ? JWK.parse(stripped) : pem(stripped));
        } catch (ParseException | GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            throw new NoKey("programs.key.wrong");
        }
    }

    /** A key that was checked when it was stored. */
    static ProgramKey stored(String jwk) {
        try {
            return of(JWK.parse(jwk));
        } catch (ParseException | NoKey e) {
            throw new IllegalArgumentException("Expected a public key as JWK, as it was stored", e);
        }
    }

    private static ProgramKey of(JWK jwk) throws NoKey {
        if (jwk.isPrivate()) {
            throw new NoKey("programs.key.private");
        }
        return switch (jwk) {
            case ECKey key when Curve.P_256.equals(key.getCurve()) -> new ProgramKey(plain(key), JWSAlgorithm.ES256);
            case OctetKeyPair key
            when Curve.Ed25519.equals(key.getCurve()) -> new ProgramKey(plain(key), JWSAlgorithm.EdDSA);
            case RSAKey key
            when key.size() >= LEAST_RSA_BITS && key.size() <= MOST_RSA_BITS ->
                new ProgramKey(plain(key), JWSAlgorithm.RS256);
            default -> throw new NoKey("programs.key.kind");
        };
    }

    /** The numbers of the key, and nothing else that came with it. */
    private static JWK plain(ECKey key) throws NoKey {
        try {
            return new ECKey.Builder(Curve.P_256, key.toECPublicKey()).build();
        } catch (JOSEException | IllegalArgumentException e) {
            throw new NoKey("programs.key.wrong");
        }
    }

    private static JWK plain(OctetKeyPair key) throws NoKey {
        if (key.getX().decode().length != ED25519_BYTES) {
            throw new NoKey("programs.key.wrong");
        }
        return new OctetKeyPair.Builder(Curve.Ed25519, key.getX()).build();
    }

    private static JWK plain(RSAKey key) {
        return new RSAKey.Builder(key.getModulus(), key.getPublicExponent()).build();
    }

    private static JWK pem(String text) throws GeneralSecurityException {
        byte[] bytes = Base64.getMimeDecoder()
                .decode(text.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", ""));
        if (bytes.length == ED25519_PREFIX.length + ED25519_BYTES
                && Arrays.equals(ED25519_PREFIX, Arrays.copyOf(bytes, ED25519_PREFIX.length))) {
            byte[] point = Arrays.copyOfRange(bytes, ED25519_PREFIX.length, bytes.length);
            return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point)).build();
        }
        X509EncodedKeySpec spec = new X509EncodedKeySpec(bytes);
        for (String kind : List.of("EC", "RSA")) {
            Optional<PublicKey> key = read(kind, spec);
            if (key.isPresent()) {
                return key.get() instanceof ECPublicKey point
                        ? new ECKey.Builder(Curve.forECParameterSpec(point.getParams()), point).build()
                        : new RSAKey.Builder((RSAPublicKey) key.get()).build();
            }
        }
        throw new GeneralSecurityException("No public key");
    }

    private static Optional<PublicKey> read(String kind, X509EncodedKeySpec spec) throws GeneralSecurityException {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePublic(spec));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        }
    }

    /** RFC 7638. */
    public String thumbprint() {
        try {
            return jwk.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Such as ES256. */
    public String algorithm() {
        return algorithm.getName();
    }

    String json() {
        return jwk.toJSONString();
    }

    /** Whether this key signed it, by its one algorithm. */
    boolean hasSigned(JWSObject signed) {
        if (!signed.getHeader().getAlgorithm().equals(algorithm)) {
            return false;
        }
        try {
            return switch (jwk) {
                case ECKey key -> signed.verify(new ECDSAVerifier(key));
                case RSAKey key -> signed.verify(new RSASSAVerifier(key));
                case OctetKeyPair key -> asksNothingMore(signed) && isByEd25519(key, signed);
                default -> false;
            };
        } catch (JOSEException | GeneralSecurityException e) {
            return false;
        }
    }

    /** The library's own verifiers refuse headers that must be understood and are not; so does this. */
    private static boolean asksNothingMore(JWSObject signed) {
        return signed.getHeader().getCriticalParams() == null;
    }

    /** By the JDK: the library's own verifier needs another library. */
    private static boolean isByEd25519(OctetKeyPair key, JWSObject signed) throws GeneralSecurityException {
        byte[] point = key.getX().decode();
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + ED25519_BYTES);
        System.arraycopy(point, 0, encoded, ED25519_PREFIX.length, ED25519_BYTES);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update(signed.getSigningInput());
        return signature.verify(signed.getSignature().decode());
    }
}

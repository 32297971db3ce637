package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

/** A NoteSigner is a private Ed25519 key and the name that it signs notes under. Safe for several threads. */
public final class NoteSigner {

    private final PrivateKey privateKey;
    private final NoteKey key;

    /** A signer of the kind over this private key, which is an Ed25519 key of the Java platform. */
    public NoteSigner(String name, NoteKey.Kind kind, PrivateKey privateKey) {
        this.privateKey = privateKey;
        this.key = new NoteKey(name, kind, publicKey(privateKey));
    }

    /** The signer with the private key in these bytes, DER of PKCS#8 (RFC 8410). */
    public static NoteSigner ofPkcs8(String name, NoteKey.Kind kind, byte[] pkcs8) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new NoteSigner(name, kind, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key in PKCS#8", e);
        }
    }

    /** The key that verifies what this one signs. */
    public NoteKey key() {
        return key;
    }

    /** The same key under another name, for the second log. */
    public NoteSigner named(String otherName) {
        return new NoteSigner(otherName, key.kind(), privateKey);
    }

    /** Signs a text, which ends with a newline, as a note. {@link Cosignature} makes cosignatures instead. */
    public SignedNote sign(String text) {
        if (key.kind() != NoteKey.Kind.ED25519) {
            throw new IllegalStateException("A witness key signs cosignatures only");
        }
        NoteSignature signature = new NoteSignature(key.name(), key.id(), sign(text.getBytes(UTF_8)));
        return new SignedNote(text, List.of(signature));
    }

    byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
    }

    /**
     * The Java platform cannot derive the public Ed25519 key from a private one directly: a generator that gets the
     * private key as its randomness creates exactly that pair.
     */
    private static byte[] publicKey(PrivateKey privateKey) {
        if (!(privateKey instanceof EdECPrivateKey edwards)) {
            throw new IllegalArgumentException("Not an Ed25519 key: " + privateKey.getAlgorithm());
        }
        byte[] seed =
                edwards.getBytes().orElseThrow(() -> new IllegalArgumentException("The key does not show its bytes"));
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519", "SunEC");
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            byte[] spki = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(spki, spki.length - 32, spki.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform has no Ed25519", e);
        }
    }

    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}

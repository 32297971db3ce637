package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;

/**
 * A NoteKey is a public Ed25519 key that notes are verified with, and the name that it signs under (C2SP signed-note,
 * verifier keys).
 */
public final class NoteKey {

    /** What a key signs: the text itself, or a time and the text. The number is C2SP's signature type. */
    public enum Kind {
        ED25519(0x01),
        COSIGNATURE(0x04);

        private final byte type;

        Kind(int type) {
            this.type = (byte) type;
        }
    }

    private static final int KEY_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();
    /** The bytes before the 32 key bytes in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] SPKI_PREFIX = HEX.parseHex("302a300506032b6570032100");

    private final String name;
    private final Kind kind;
    private final byte[] publicKey;
    /** Created on first use: most keys only identify. */
    private volatile @Nullable PublicKey platformKey;

    private final int id;

    public NoteKey(String name, Kind kind, byte[] publicKey) {
        if (publicKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes, not " + publicKey.length);
        }
        this.name = Strict.name(name);
        this.kind = kind;
        this.publicKey = publicKey.clone();
        byte[] type = {'\n', kind.type};
        this.id = ByteBuffer.wrap(
                        Hash.sha256(name.getBytes(UTF_8), type, publicKey).bytes())
                .getInt();
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The first four bytes of SHA-256(name || newline || type || public key). */
    public int id() {
        return id;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The same key under another name: the key of the first log also signs the second log. */
    public NoteKey named(String otherName) {
        return otherName.equals(name) ? this : new NoteKey(otherName, kind, publicKey);
    }

    /** Whether a signature line names this key; the signature is not verified. */
    public boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id;
    }

    boolean hasSamePoint(NoteKey other) {
        return Arrays.equals(publicKey, other.publicKey);
    }

    /** Whether the signature is this key's over the text. {@link Cosignature} verifies cosignatures instead. */
    public boolean verifies(String text, NoteSignature signature) {
        return kind == Kind.ED25519 && isNamedBy(signature) && verifies(text.getBytes(UTF_8), signature.signature());
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(platformKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey platformKey() throws GeneralSecurityException {
        PublicKey known = platformKey;
        if (known == null) {
            byte[] encoded = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + KEY_BYTES);
            System.arraycopy(publicKey, 0, encoded, SPKI_PREFIX.length, KEY_BYTES);
            known = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            platformKey = known;
        }
        return known;
    }

    /** Parses a verifier key {@code name+hex(id)+base64(type || public key)}. */
    public static NoteKey parse(String verifierKey) {
        String[] parts = verifierKey.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A verifier key is name+id+key, not " + Strict.shown(verifierKey));
        }
        byte[] typed = Strict.base64(parts[2]);
        if (typed.length != 1 + KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A verifier key has a type and 32 bytes, not " + typed.length + " bytes");
        }
        NoteKey key = new NoteKey(parts[0], kind(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.toString().equals(verifierKey)) {
            throw new IllegalArgumentException("The id of the verifier key is not that of its name and key: expected "
                    + key + ", got " + Strict.shown(verifierKey));
        }
        return key;
    }

    private static Kind kind(byte type) {
        for (Kind kind : Kind.values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Keys of type %s are not supported; 1 and 4 are".formatted(type));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && key.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** The verifier key. */
    @Override
    public String toString() {
        byte[] typed = new byte[1 + KEY_BYTES];
        typed[0] = kind.type;
        System.arraycopy(publicKey, 0, typed, 1, KEY_BYTES);
        return name + "+" + HEX.toHexDigits(id) + "+" + Strict.base64(typed);
    }
}

package org.stele.events.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.stele.events.FilingId;
import org.stele.events.Sealed;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;

/**
 * A key that seals texts of events, and opens them again: AES-256-GCM (NIST SP 800-38D) with a random nonce of 12 bytes and
 * a tag of 16. The id of the filing is authenticated with the text, so that a box cannot be moved to another filing. Safe
 * for all threads.
 *
 * <p>With random nonces the standard allows 2^32 boxes under one key, far more than a ledger has.
 */
public final class Sealer {

    public static final int KEY_BYTES = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_DIGITS = 16;
    private static final String MAC = "HmacSHA256";
    private static final byte[] TAGS = "stele protection: subject tags".getBytes(UTF_8);

    /** A text is filled up with blanks to a multiple of this, so that the length of the box does not tell its content. */
    private static final int BLOCK_BYTES = 256;

    private final SecretKeySpec key;
    private final SecretKeySpec tagKey;
    private final String id;
    private final SecureRandom random = new SecureRandom();

    /** The key with these {@link #KEY_BYTES} secret bytes. */
    public Sealer(byte[] secret) {
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "Expected a key of %s bytes, got %s.".formatted(KEY_BYTES, secret.length));
        }
        this.key = new SecretKeySpec(secret, "AES");
        this.tagKey = new SecretKeySpec(mac(new SecretKeySpec(secret, MAC), TAGS), MAC);
        this.id = Sha256Digest.of(secret).abbreviated(ID_DIGITS);
    }

    /** Names the key without telling it: the first 16 hexadecimal digits of its SHA-256. */
    public String id() {
        return id;
    }

    /** The text in a box of its own: the same text is never sealed into the same box twice. Blanks at its end are lost. */
    public Sealed seal(String text, FilingId filing) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, filing).doFinal(filled(text));
            byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, box, NONCE_BYTES, sealed.length);
            return new Sealed(id, Base64.getEncoder().encodeToString(box));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    /**
     * The text that was sealed for this filing.
     *
     * @throws GeneralSecurityException where it was sealed under another key or for another filing, or was changed
     */
    public String open(Sealed sealed, FilingId filing) throws GeneralSecurityException {
        if (!sealed.key().equals(id)) {
            throw new GeneralSecurityException(
                    "It is sealed under the key %s; this is the key %s.".formatted(sealed.key(), id));
        }
        byte[] box = Base64.getDecoder().decode(sealed.box());
        byte[] text = cipher(Cipher.DECRYPT_MODE, box, filing).doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
        return new String(text, UTF_8).stripTrailing();
    }

    /** What a subject is compared by, under a key of its own that is derived from this one. */
    public SubjectTag tag(SubjectRef subject) {
        return SubjectTag.of(mac(tagKey, subject.toString().getBytes(UTF_8)));
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, FilingId filing) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(filing.toString().getBytes(UTF_8));
        return cipher;
    }

    private static byte[] filled(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int blocks = Math.ceilDiv(Math.max(bytes.length, 1), BLOCK_BYTES);
        byte[] filled = Arrays.copyOf(bytes, blocks * BLOCK_BYTES);
        Arrays.fill(filled, bytes.length, filled.length, (byte) ' ');
        return filled;
    }

    /** Tells nothing of the key but its id. */
    @Override
    public String toString() {
        return "Sealer[" + id + "]";
    }
}

package org.stele.events.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A Box is bytes under AES-256-GCM (NIST SP 800-38D): a nonce of 12 bytes, the ciphertext, a tag of 16. What they belong to is
 * authenticated with them.
 */
public final class Box {

    /** How many bytes a box is longer than what it holds. */
    public static final int OVERHEAD_BYTES = 28;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";
    private static final byte[] NONCE = "stele box nonce\n".getBytes(UTF_8);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Box() {}

    /** With a random nonce: the same content has another box each time. */
    public static byte[] close(SecretKey key, byte[] content, byte[] belongsTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return close(key, nonce, content, belongsTo);
    }

    /**
     * The one box of this content for this occasion: its nonce is computed under the key from all three, so that it repeats only
     * where the whole box does.
     */
    public static byte[] closeFor(byte[] occasion, SecretKey key, byte[] content, byte[] belongsTo) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getEncoded(), MAC));
            mac.update(NONCE);
            mac.update(occasion);
            mac.update((byte) '\n');
            mac.update(belongsTo);
            mac.update((byte) '\n');
            return close(key, Arrays.copyOf(mac.doFinal(content), NONCE_BYTES), content, belongsTo);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    private static byte[] close(SecretKey key, byte[] nonce, byte[] content, byte[] belongsTo) {
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, key, nonce, belongsTo).doFinal(content);
            byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, box, NONCE_BYTES, closed.length);
            return box;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, e);
        }
    }

    /** @throws GeneralSecurityException where the key is another one, or the bytes or what they belong to were changed */
    public static byte[] open(SecretKey key, byte[] box, byte[] belongsTo) throws GeneralSecurityException {
        if (box.length < OVERHEAD_BYTES) {
            throw new GeneralSecurityException(
                    "Expected a box of %s bytes or more, got %s.".formatted(OVERHEAD_BYTES, box.length));
        }
        return cipher(Cipher.DECRYPT_MODE, key, box, belongsTo).doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] belongsTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(belongsTo);
        return cipher;
    }

    /** The text filled up with blanks to a multiple of a block, so that the length of a box does not tell its content. */
    public static byte[] filled(String text, int blockBytes) {
        byte[] bytes = text.getBytes(UTF_8);
        int blocks = Math.ceilDiv(Math.max(bytes.length, 1), blockBytes);
        byte[] filled = Arrays.copyOf(bytes, blocks * blockBytes);
        Arrays.fill(filled, bytes.length, filled.length, (byte) ' ');
        return filled;
    }

    /** The text that was filled up; blanks at its end are lost. */
    public static String text(byte[] filled) {
        return new String(filled, UTF_8).stripTrailing();
    }
}

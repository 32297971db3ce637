package org.stele.query.projection.rows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.stele.eventstore.home.SecretFile;

/**
 * The key under which the rows of views are sealed. It is outside the database, so that access to the database alone
 * does not allow forging a row. All nodes of one ledger share it. Safe for many threads.
 */
public final class ViewKey {

    static final int MAC_BYTES = 32;
    static final int IV_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA512";
    private static final int ID_BYTES = 8;
    private static final int CIPHER_KEY_BYTES = 32;

    private final SecretKeySpec sealing;
    private final SecretKeySpec hiding;
    private final byte[] id;
    private final SecureRandom random = new SecureRandom();
    private final Queue<Mac> idle = new ConcurrentLinkedQueue<>();

    private ViewKey(byte[] secret) {
        SecretKeySpec root = new SecretKeySpec(secret, ALGORITHM);
        this.sealing = new SecretKeySpec(derive(root, "stele views: seal"), ALGORITHM);
        this.hiding = new SecretKeySpec(derive(root, "stele views: hide"), 0, CIPHER_KEY_BYTES, "AES");
        this.id = Arrays.copyOf(derive(root, "stele views: id"), ID_BYTES);
    }

    /** The key of a secret. */
    public static ViewKey of(byte[] secret) {
        return new ViewKey(secret);
    }

    /** The key in a file; made where there is none. */
    public static ViewKey open(Path file) throws IOException {
        return new ViewKey(new SecretFile(file).readOrCreate());
    }

    /** The key in a file; empty where there is none. */
    public static Optional<ViewKey> find(Path file) throws IOException {
        return new SecretFile(file).read().map(ViewKey::new);
    }

    private static byte[] derive(SecretKeySpec root, String purpose) {
        return mac(root).doFinal(purpose.getBytes(US_ASCII));
    }

    /** Identifies the key without revealing it. */
    public byte[] id() {
        return id.clone();
    }

    /** The seal of a row with these numbers and texts in a table; any other row has another. */
    Seal seal(String table, long[] numbers, byte[]... parts) {
        ByteBuffer fixed = ByteBuffer.allocate(Integer.BYTES * (2 + parts.length) + Long.BYTES * numbers.length);
        fixed.putInt(numbers.length).putInt(parts.length);
        for (long number : numbers) {
            fixed.putLong(number);
        }
        for (byte[] part : parts) {
            fixed.putInt(part.length);
        }
        Mac mac = idle.poll();
        mac = mac == null ? mac(sealing) : mac;
        mac.update((table + "\n").getBytes(US_ASCII));
        mac.update(fixed.array());
        for (byte[] part : parts) {
            mac.update(part);
        }
        ByteBuffer sealed = ByteBuffer.wrap(mac.doFinal());
        idle.offer(mac);
        return new Seal(
                Arrays.copyOf(sealed.array(), MAC_BYTES),
                sealed.getLong(MAC_BYTES),
                sealed.getLong(MAC_BYTES + Long.BYTES));
    }

    byte[] newIv() {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        return iv;
    }

    /** Enciphers bytes, or deciphers those enciphered with the same initial value. */
    byte[] hide(byte[] iv, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, hiding, new IvParameterSpec(iv));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new LinkageError("Every Java platform has AES.", e);
        }
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new LinkageError("Every Java platform has HMAC with SHA-512.", e);
        }
    }
}

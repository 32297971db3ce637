package org.stele.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.stele.events.Sha256Digest;

/**
 * A KeyedIds makes ids and digests that follow from what they name, and from which nobody without the store's key finds it or can
 * confirm a guess: HMAC-SHA256 (RFC 2104). The same store makes the same ids for ever. Safe for all threads.
 */
public final class KeyedIds {

    private static final String MAC = "HmacSHA256";
    private static final byte[] ID = "id\n".getBytes(US_ASCII);
    private static final byte[] DIGEST = "digest\n".getBytes(US_ASCII);

    private final SecretKey key;

    /** @param secret 32 secret bytes */
    public KeyedIds(byte[] secret) {
        this.key = new SecretKeySpec(secret, MAC);
    }

    /** The id of what this name alone identifies: a UUID of version 8 (RFC 9562). */
    public UUID id(byte[] name) {
        ByteBuffer mac = ByteBuffer.wrap(mac(ID, name));
        long high = mac.getLong() & ~0xF000L | 0x8000L;
        long low = mac.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(high, low);
    }

    /** A digest in the place of one that anybody can make of a guess. */
    public Sha256Digest digest(Sha256Digest plain) {
        return new Sha256Digest(HexFormat.of().formatHex(mac(DIGEST, plain.hex().getBytes(US_ASCII))));
    }

    private byte[] mac(byte[] purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(purpose);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    /** Tells nothing of the key. */
    @Override
    public String toString() {
        return "KeyedIds";
    }
}

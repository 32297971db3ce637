package org.stele.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A Hash is the 32 bytes of a SHA-256 digest. Immutable. */
public final class Hash {

    public static final int SIZE_BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);

    /** A prototype to clone: cheaper than a provider lookup. */
    private static final MessageDigest SHA_256 = newSha256();

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of these 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE_BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** Parses 64 lower-case hexadecimal digits; any other spelling is refused. */
    public static Hash ofHex(String hex) {
        Hash hash = of(HEX.parseHex(hex));
        if (!hash.hex().equals(hex)) {
            throw new IllegalArgumentException("A hash is written in lower case, not as " + hex);
        }
        return hash;
    }

    /** The hash at an offset of a longer run of hashes. */
    public static Hash at(byte[] run, int offset) {
        return new Hash(Arrays.copyOfRange(run, offset, offset + SIZE_BYTES));
    }

    /** SHA-256 over the concatenated parts. */
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = newDigest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** SHA-256(prefix || left || right), without copying the two. */
    static Hash sha256(byte prefix, Hash left, Hash right) {
        MessageDigest digest = newDigest();
        digest.update(prefix);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            return newSha256();
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HEX.formatHex(bytes);
    }

    /** Writes the 64 hexadecimal digits as ASCII. */
    void hexTo(byte[] text, int offset) {
        for (int i = 0; i < SIZE_BYTES; i++) {
            text[offset + 2 * i] = DIGITS[(bytes[i] >> 4) & 15];
            text[offset + 2 * i + 1] = DIGITS[bytes[i] & 15];
        }
    }

    void copyTo(byte[] run, int offset) {
        System.arraycopy(bytes, 0, run, offset, SIZE_BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}

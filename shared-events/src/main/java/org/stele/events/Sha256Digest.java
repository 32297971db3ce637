package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 digest of bytes kept elsewhere, as 64 lower-case hexadecimal digits. */
public record Sha256Digest(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public Sha256Digest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "Expected 64 lower-case hexadecimal digits, got %s characters.".formatted(hex.length()));
        }
    }

    /** The digest of these parts, concatenated. */
    public static Sha256Digest of(byte[]... parts) {
        MessageDigest digest = newDigest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return finished(digest);
    }

    /** Accumulates bytes until {@link #finished}. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /** The digest of all bytes. */
    public static Sha256Digest finished(MessageDigest digest) {
        return new Sha256Digest(HexFormat.of().formatHex(digest.digest()));
    }

    /** The first digits, enough to distinguish a few files. */
    public String abbreviated(int digits) {
        return hex.substring(0, digits);
    }

    @JsonValue
    @Override
    public String hex() {
        return hex;
    }
}

package org.stele.identity.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.stele.events.Sha256Digest;

/** A random text that is given out once, and of which the digest alone is kept. */
public record SecretText(String text) {

    private static final int RANDOM_BYTES = 32;

    /** A new one, which begins with the prefix. */
    public static SecretText random(String prefix, SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new SecretText(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is kept of it. It is as random as the text, so that a digest without a salt reveals nothing. */
    public byte[] sha256() {
        MessageDigest digest = Sha256Digest.newDigest();
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Omits the text: records print their fields, and this must not reach a log. */
    @Override
    public String toString() {
        return "SecretText[…]";
    }
}

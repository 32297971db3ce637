package org.stele.web.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Entity tags of pages: weak ones, since a page may be sent compressed. They also change with every start, since another build may draw the same view differently.
 */
public final class Etags {

    private final String seed;

    public Etags(String seed) {
        this.seed = seed;
    }

    /** A tag that is equal only for equal parts in the same order: the view, tree size, language, role .. */
    public String of(Object... parts) {
        MessageDigest digest = sha256();
        update(digest, seed);
        for (Object part : parts) {
            update(digest, String.valueOf(part));
        }
        return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, 16) + "\"";
    }

    private static void update(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

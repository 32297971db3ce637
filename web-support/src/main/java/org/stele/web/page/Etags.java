package org.stele.web.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.stele.events.Sha256Digest;

/** Entity tags. They change with every start, since another build may render the same view differently. */
public final class Etags {

    private static final int DIGITS = 32;

    private final String seed;

    public Etags(String seed) {
        this.seed = seed;
    }

    /**
     * A tag of a page that is equal only for equal parts in the same order: the view, tree size and root, language, role .. A
     * weak one, since a page may be sent compressed.
     */
    public String of(Object... parts) {
        return "W/\"" + digest(parts) + "\"";
    }

    /** A strong tag of an answer whose bytes are determined by these parts; the name is readable in the tag. */
    public String strong(String name, Object... parts) {
        return "\"" + name + "." + digest(name, digest(parts)) + "\"";
    }

    private String digest(Object... parts) {
        MessageDigest digest = Sha256Digest.newDigest();
        update(digest, seed);
        for (Object part : parts) {
            update(digest, String.valueOf(part));
        }
        return Sha256Digest.finished(digest).abbreviated(DIGITS);
    }

    private static void update(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}

package org.stele.eventstore.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import org.stele.ledger.Hash;

/** The TagHash of a tag {@code key=value} is the first eight bytes of its SHA-256. */
public final class TagHash {

    private TagHash() {}

    public static long of(String tag) {
        return ByteBuffer.wrap(Hash.sha256(tag.getBytes(UTF_8)).bytes()).getLong();
    }

    /** The distinct hashes of an event's tags, sorted: two tags that collide make one row. */
    public static long[] distinct(Collection<String> tags) {
        long[] hashes = new long[tags.size()];
        int count = 0;
        for (String tag : tags) {
            hashes[count++] = of(tag);
        }
        Arrays.sort(hashes);
        int kept = 0;
        for (long hash : hashes) {
            if (kept == 0 || hashes[kept - 1] != hash) {
                hashes[kept++] = hash;
            }
        }
        return Arrays.copyOf(hashes, kept);
    }
}

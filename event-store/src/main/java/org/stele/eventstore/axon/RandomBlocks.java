package org.stele.eventstore.axon;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A RandomBlocks gives out the bytes of a {@link SecureRandom}, which it asks for many at once: asked for a few, it
 * spends its time on the system call. No byte is given out twice, and none stays in memory after it was given out. Safe
 * for many threads.
 */
final class RandomBlocks {

    private static final int BLOCK_BYTES = 4_096;

    private final SecureRandom source;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int used = BLOCK_BYTES;

    RandomBlocks(SecureRandom source) {
        this.source = source;
    }

    /** The next bytes, at most a block. */
    synchronized byte[] next(int count) {
        if (count > BLOCK_BYTES - used) {
            source.nextBytes(block);
            used = 0;
        }
        byte[] taken = Arrays.copyOfRange(block, used, used + count);
        Arrays.fill(block, used, used + count, (byte) 0);
        used += count;
        return taken;
    }
}

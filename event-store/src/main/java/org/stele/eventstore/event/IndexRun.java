package org.stele.eventstore.event;

import java.util.Arrays;

/**
 * An IndexRun is one row of the tag index: those events of one block of {@value #BLOCK_EVENTS} positions that have a
 * tag and a type, and were recorded together.
 *
 * @param key the {@link TagHash} of the tag
 * @param type the {@link TypeHash} of the type
 * @param first the place of the first event within the block, from 1
 * @param more the places of the others, ascending; empty where there are none
 */
public record IndexRun(long key, long block, int type, short first, short[] more) {

    /** The positions of one block. A read from a position on begins with the block that it is in. */
    public static final int BLOCK_EVENTS = 1_024;

    /** The block of a position, from 0. */
    public static long block(long position) {
        return Math.floorDiv(position - 1, (long) BLOCK_EVENTS);
    }

    /** The place of a position within its block, from 1. */
    public static short place(long position) {
        return (short) (1 + Math.floorMod(position - 1, BLOCK_EVENTS));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexRun run
                && key == run.key
                && block == run.block
                && type == run.type
                && first == run.first
                && Arrays.equals(more, run.more);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * (31 * key + block) + type);
    }
}

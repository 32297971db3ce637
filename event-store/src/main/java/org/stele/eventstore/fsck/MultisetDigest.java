package org.stele.eventstore.fsck;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A MultisetDigest compares the expected rows of a table with its actual rows, too many to be held or sorted: it sums a
 * digest of each row per range of positions. Equal rows give equal sums in any order. The digests have a new random key
 * in each run, so that nobody can choose rows whose sums cancel out.
 */
final class MultisetDigest {

    /** The number of positions that share a sum. */
    static final int RANGE = 1_000;

    private final byte[] key = new byte[16];
    private final Sums difference = new Sums();
    private boolean hasStrays;

    MultisetDigest() {
        new SecureRandom().nextBytes(key);
    }

    static long span(long position) {
        return Math.floorDiv(position - 1, (long) RANGE);
    }

    /** An empty part, to be filled by one thread and then added as expected or found. */
    Partial part() {
        return new Partial(key);
    }

    /** Adds expected rows, of positions in order. */
    void expect(Partial part) {
        for (int i = 0; i < part.sums.size; i++) {
            int span = Math.toIntExact(part.spans[i]);
            difference.reserve(span);
            difference.add(span, part.sums.high[i], part.sums.low[i]);
        }
    }

    /** Adds actual rows, after all expected rows. */
    void find(Partial part) {
        for (int i = 0; i < part.sums.size; i++) {
            if (part.spans[i] < 0 || part.spans[i] >= difference.size) {
                hasStrays = true;
            } else {
                difference.add((int) part.spans[i], -part.sums.high[i], -part.sums.low[i]);
            }
        }
    }

    /** Makes room for positions without expected rows. */
    void reach(long size) {
        if (size > 0) {
            difference.reserve(Math.toIntExact(span(size)));
        }
    }

    /** The largest position that a row within the ledger may have. */
    long end() {
        return (long) difference.size * RANGE;
    }

    /** Whether a row was found beyond the positions of the ledger. */
    boolean hasStrays() {
        return hasStrays;
    }

    /** The first range whose rows differ from those expected, or -1. */
    int firstDifferent() {
        for (int span = 0; span < difference.size; span++) {
            if (difference.high[span] != 0 || difference.low[span] != 0) {
                return span;
            }
        }
        return -1;
    }

    /** A Partial sums some rows separately. */
    static final class Partial {

        private final MessageDigest digest = sha256();
        private final byte[] key;
        private final byte[] numbers = new byte[2 * Long.BYTES];
        private final Sums sums = new Sums();
        private long[] spans = new long[8];

        private Partial(byte[] key) {
            this.key = key;
        }

        /**
         * Adds a row: its position, another number and the remaining bytes, of which only the last part may vary in
         * size.
         */
        public void add(long position, long number, byte[]... rest) {
            ByteBuffer.wrap(numbers).putLong(position).putLong(number);
            digest.update(key);
            digest.update(numbers);
            for (byte[] bytes : rest) {
                digest.update(bytes);
            }
            ByteBuffer digested = ByteBuffer.wrap(digest.digest());
            sums.add(entry(span(position)), digested.getLong(), digested.getLong());
        }

        /** Neighbours are usually in the same range. */
        private int entry(long span) {
            int last = sums.size - 1;
            if (last >= 0 && spans[last] == span) {
                return last;
            }
            sums.reserve(last + 1);
            if (spans.length < sums.high.length) {
                spans = Arrays.copyOf(spans, sums.high.length);
            }
            spans[last + 1] = span;
            return last + 1;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("Every Java platform has SHA-256", e);
            }
        }
    }

    /** A growing list of 128-bit numbers, whose halves are summed separately. */
    private static final class Sums {

        private long[] high = new long[8];
        private long[] low = new long[8];
        private int size;

        void reserve(int index) {
            if (index >= high.length) {
                high = Arrays.copyOf(high, 2 * index);
                low = Arrays.copyOf(low, 2 * index);
            }
            size = Math.max(size, index + 1);
        }

        public void add(int index, long moreHigh, long moreLow) {
            high[index] += moreHigh;
            low[index] += moreLow;
        }
    }
}

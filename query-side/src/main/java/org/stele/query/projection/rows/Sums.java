package org.stele.query.projection.rows;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;

/**
 * For each State, and for none, the sum of the secret numbers of its rows. Rows can be added and removed in any order,
 * and no other rows that were ever sealed give the same sum. Not safe for several threads.
 */
public final class Sums {

    private static final int STATES = MemberState.values().length;

    static final int SIZE_BYTES = (STATES + 1) * 2 * Long.BYTES;

    private final long[] high = new long[STATES + 1];
    private final long[] low = new long[STATES + 1];

    static Sums decode(byte[] bytes) {
        Sums sums = new Sums();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i <= STATES; i++) {
            sums.high[i] = buffer.getLong();
            sums.low[i] = buffer.getLong();
        }
        return sums;
    }

    byte[] encode() {
        ByteBuffer buffer = ByteBuffer.allocate(SIZE_BYTES);
        for (int i = 0; i <= STATES; i++) {
            buffer.putLong(high[i]).putLong(low[i]);
        }
        return buffer.array();
    }

    public Sums copy() {
        return decode(encode());
    }

    public void add(@Nullable MemberState state, Seal seal) {
        add(index(state), seal.high(), seal.low());
    }

    public void subtract(@Nullable MemberState state, Seal seal) {
        add(index(state), seal.low() == 0 ? -seal.high() : ~seal.high(), -seal.low());
    }

    private void add(int at, long addedHigh, long addedLow) {
        low[at] += addedLow;
        high[at] += addedHigh + (Long.compareUnsigned(low[at], addedLow) < 0 ? 1 : 0);
    }

    /** The sum of both. */
    public Sums plus(Sums other) {
        Sums sums = copy();
        for (int i = 0; i <= STATES; i++) {
            sums.add(i, other.high[i], other.low[i]);
        }
        return sums;
    }

    public boolean isSame(Optional<MemberState> state, Sums other) {
        int at = index(state.orElse(null));
        return high[at] == other.high[at] && low[at] == other.low[at];
    }

    private static int index(@Nullable MemberState state) {
        return state == null ? STATES : state.ordinal();
    }
}

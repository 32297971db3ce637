package org.stele.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Leaf is the public part of one event: that it was recorded, at which position and time, about which State, and a
 * commitment to its body. It is hashed and served as canonical JSON (RFC 8785).
 *
 * @param position from 1 in the ledger
 * @param recordedAt whole microseconds
 * @param state ISO 3166-1 alpha-3 of the one State the event is about, or null
 * @param stateSequence from 1 among the events of that State, null without one
 * @param previousInState leaf hash of that State's previous event, null without one
 */
public record Leaf(
        long position,
        UUID id,
        Instant recordedAt,
        @Nullable String state,
        @Nullable Long stateSequence,
        @Nullable Hash previousInState,
        Hash commitment) {

    /** Above this, RFC 8785 numbers are no longer exact. */
    public static final long MAX_NUMBER = 1L << 53;

    public Leaf {
        requireNumber(position, "position");
        if (!recordedAt.equals(recordedAt.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("recordedAt has whole microseconds, not " + recordedAt);
        }
        if (state == null) {
            if (stateSequence != null || previousInState != null) {
                throw new IllegalArgumentException("Without a State there is no place in a State's chain");
            }
        } else {
            requireState(state);
            if (stateSequence == null || (stateSequence == 1) != (previousInState == null)) {
                throw new IllegalArgumentException("Exactly the first event of a State has no previous one");
            }
            requireNumber(stateSequence, "stateSequence");
            if (stateSequence > position) {
                throw new IllegalArgumentException(
                        "Position %s cannot be event %s of %s".formatted(position, stateSequence, state));
            }
        }
    }

    /** Returns the code if it has the form of ISO 3166-1 alpha-3. */
    public static String requireState(String state) {
        if (state.length() != 3
                || !isCapital(state.charAt(0))
                || !isCapital(state.charAt(1))
                || !isCapital(state.charAt(2))) {
            throw new IllegalArgumentException("A State is three capital letters, not '" + state + "'");
        }
        return state;
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static void requireNumber(long number, String name) {
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException(name + " is out of range: " + number);
        }
    }

    /** The canonical bytes. No value ever needs an escape, and the members are written in the order that RFC 8785 asks for. */
    public byte[] encode() {
        return LeafWriter.encode(this);
    }

    /** Parses a leaf; bytes that {@link #encode} would not have written are refused. */
    public static Leaf parse(byte[] bytes) {
        return new LeafParser(bytes).parse();
    }

    /** The leaf hash: SHA-256(0x00 || encoded leaf). */
    public Hash hash() {
        return TreeHash.leaf(encode());
    }
}

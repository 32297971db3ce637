package org.stele.eventstore.home;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;
import org.stele.ledger.TreeHash;

/**
 * A Pins is how far a ledger had come: every database that serves it must extend that.
 *
 * @param ledger size and root of the last checkpoint that was recorded
 * @param states size and root of the log of State heads
 * @param chain number and hash of the last row of the chain of what was signed; number 0 while there is none
 * @param accepted what an operator gave his word for when no files were kept; null otherwise
 */
public record Pins(
        String origin,
        Pin ledger,
        Pin states,
        Pin chain,
        @Nullable AcceptedRoot accepted) {

    /** The suffix of the ledger's origin in the name that pins are signed under. */
    static final String SUFFIX = "/pins";

    private static final String PIN = " (0|[1-9][0-9]{0,15}) ([0-9a-f]{64})\n";
    private static final Pattern TEXT = Pattern.compile(
            "(?<origin>[^\n]+)" + SUFFIX + "\nledger" + PIN + "states" + PIN + "chain" + PIN + "(accepted[^\n]*\n)?");

    /** A Pin is the size of something that only grows, and a hash over all of it. */
    public record Pin(long size, Hash hash) {

        public static final Pin EMPTY = new Pin(0, TreeHash.EMPTY_ROOT);

        @Override
        public String toString() {
            return size + " " + hash.hex();
        }
    }

    /** Of an empty ledger. */
    public static Pins empty(String origin) {
        return new Pins(origin, Pin.EMPTY, Pin.EMPTY, Pin.EMPTY, null);
    }

    public Pins withLedger(Pin pin) {
        return new Pins(origin, pin, states, chain, accepted);
    }

    public Pins withStates(Pin pin) {
        return new Pins(origin, ledger, pin, chain, accepted);
    }

    public Pins withChain(Pin pin) {
        return new Pins(origin, ledger, states, pin, accepted);
    }

    public Pins withAccepted(AcceptedRoot root) {
        return new Pins(origin, ledger, states, chain, root);
    }

    /** The larger of both in each part: another node may have written to the same file. */
    Pins furthest(Pins other) {
        return new Pins(
                origin,
                furthest(ledger, other.ledger),
                furthest(states, other.states),
                furthest(chain, other.chain),
                accepted == null ? other.accepted : accepted);
    }

    private static Pin furthest(Pin one, Pin other) {
        return other.size() > one.size() ? other : one;
    }

    /** Whether some part is larger here than there. */
    boolean isAheadOf(Pins other) {
        return !furthest(other).equals(other);
    }

    /** The signed text. */
    public String text() {
        return origin + SUFFIX + "\nledger " + ledger + "\nstates " + states + "\nchain " + chain + "\n"
                + (accepted == null ? "" : accepted.line());
    }

    static Pins parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("it does not have the lines of pins");
        }
        try {
            String accepted = parts.group(8);
            return new Pins(
                    parts.group("origin"),
                    pin(parts, 2),
                    pin(parts, 4),
                    pin(parts, 6),
                    accepted == null ? null : AcceptedRoot.parse(accepted));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it names no time of acceptance", e);
        }
    }

    private static Pin pin(Matcher parts, int group) {
        return new Pin(Long.parseLong(parts.group(group)), Hash.ofHex(parts.group(group + 1)));
    }

    /**
     * An AcceptedRoot is an operator's word that a ledger is the right one, although no files of it were kept.
     *
     * @param size and root of the ledger that the word is for; it may have grown since
     */
    public record AcceptedRoot(long size, Hash root, Instant at) {

        private static final Pattern LINE =
                Pattern.compile("accepted (0|[1-9][0-9]{0,15}) ([0-9a-f]{64}) ([0-9TZ:.+-]{1,40})\n");

        String line() {
            return "accepted " + size + " " + root.hex() + " " + at + "\n";
        }

        static AcceptedRoot parse(String line) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("it is not 'accepted', a size, a root in hexadecimal and a time");
            }
            return new AcceptedRoot(
                    Long.parseLong(parts.group(1)), Hash.ofHex(parts.group(2)), Instant.parse(parts.group(3)));
        }

        @Override
        public String toString() {
            return "size %s, root %s, accepted at %s".formatted(size, root.hex(), at);
        }
    }
}

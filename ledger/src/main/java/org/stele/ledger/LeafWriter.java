package org.stele.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.stele.ledger.LeafParser.COMMITMENT;
import static org.stele.ledger.LeafParser.END;
import static org.stele.ledger.LeafParser.ID;
import static org.stele.ledger.LeafParser.NULL;
import static org.stele.ledger.LeafParser.POSITION;
import static org.stele.ledger.LeafParser.PREVIOUS;
import static org.stele.ledger.LeafParser.RECORDED_AT;
import static org.stele.ledger.LeafParser.SEQUENCE;
import static org.stele.ledger.LeafParser.STATE;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A LeafWriter writes the canonical bytes of one leaf from left to right, into an array of exactly their size. */
final class LeafWriter {

    private static final byte[] DIGITS = ascii("0123456789abcdef");

    private static final int HEX_OF_HASH = 2 * Hash.SIZE_BYTES;
    private static final int UUID_LETTERS = 36;
    private static final int QUOTES = 2;
    private static final int MAX_YEAR = 9_999;

    private static final int FIXED_BYTES = COMMITMENT.length
            + ID.length
            + POSITION.length
            + PREVIOUS.length
            + RECORDED_AT.length
            + STATE.length
            + SEQUENCE.length
            + END.length
            + HEX_OF_HASH
            + UUID_LETTERS;

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final byte[] bytes;
    private int at;

    private LeafWriter(int size) {
        this.bytes = new byte[size];
    }

    static byte[] encode(Leaf leaf) {
        byte[] recordedAt = instant(leaf.recordedAt());
        int size = FIXED_BYTES
                + recordedAt.length
                + numberSize(leaf.position())
                + (leaf.previousInState() == null ? NULL.length : HEX_OF_HASH + QUOTES)
                + (leaf.state() == null ? NULL.length : leaf.state().length() + QUOTES)
                + (leaf.stateSequence() == null ? NULL.length : numberSize(leaf.stateSequence()));
        LeafWriter out = new LeafWriter(size);
        out.write(leaf, recordedAt);
        return out.bytes;
    }

    private void write(Leaf leaf, byte[] recordedAt) {
        put(COMMITMENT);
        hash(leaf.commitment());
        put(ID);
        uuid(leaf.id());
        put(POSITION);
        number(leaf.position());
        put(PREVIOUS);
        quoted(leaf.previousInState());
        put(RECORDED_AT);
        put(recordedAt);
        put(STATE);
        state(leaf.state());
        put(SEQUENCE);
        if (leaf.stateSequence() == null) {
            put(NULL);
        } else {
            number(leaf.stateSequence());
        }
        put(END);
        if (at != bytes.length) {
            throw new IllegalStateException("A leaf of " + bytes.length + " bytes has " + at);
        }
    }

    private void put(byte[] text) {
        System.arraycopy(text, 0, bytes, at, text.length);
        at += text.length;
    }

    private void hash(Hash hash) {
        hash.hexTo(bytes, at);
        at += HEX_OF_HASH;
    }

    private void quoted(@Nullable Hash hash) {
        if (hash == null) {
            put(NULL);
            return;
        }
        bytes[at++] = '"';
        hash(hash);
        bytes[at++] = '"';
    }

    private void state(@Nullable String state) {
        if (state == null) {
            put(NULL);
            return;
        }
        bytes[at++] = '"';
        for (int i = 0; i < state.length(); i++) {
            bytes[at++] = (byte) state.charAt(i);
        }
        bytes[at++] = '"';
    }

    private void uuid(UUID id) {
        hex(id.getMostSignificantBits() >>> 32, 8);
        bytes[at++] = '-';
        hex(id.getMostSignificantBits() >>> 16, 4);
        bytes[at++] = '-';
        hex(id.getMostSignificantBits(), 4);
        bytes[at++] = '-';
        hex(id.getLeastSignificantBits() >>> 48, 4);
        bytes[at++] = '-';
        hex(id.getLeastSignificantBits(), 12);
    }

    /** The lowest digits of a number. */
    private void hex(long number, int digits) {
        for (int i = digits - 1; i >= 0; i--) {
            bytes[at++] = DIGITS[(int) (number >>> (4 * i)) & 15];
        }
    }

    private void number(long number) {
        int size = numberSize(number);
        decimal(bytes, at, number, size);
        at += size;
    }

    private static int numberSize(long number) {
        int size = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            size++;
        }
        return size;
    }

    /** With leading zeros. */
    private static void decimal(byte[] text, int from, long number, int digits) {
        long rest = number;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** The formatter alone knows how other years are written. */
    private static byte[] instant(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > MAX_YEAR) {
            return ascii(MICROSECONDS.format(instant));
        }
        byte[] text = ascii("0000-00-00T00:00:00.000000Z");
        decimal(text, 0, time.getYear(), 4);
        decimal(text, 5, time.getMonthValue(), 2);
        decimal(text, 8, time.getDayOfMonth(), 2);
        decimal(text, 11, time.getHour(), 2);
        decimal(text, 14, time.getMinute(), 2);
        decimal(text, 17, time.getSecond(), 2);
        decimal(text, 20, time.getNano() / 1_000, 6);
        return text;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}

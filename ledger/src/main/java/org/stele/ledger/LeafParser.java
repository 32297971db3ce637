package org.stele.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A LeafParser reads the canonical bytes of one leaf from left to right. It accepts exactly one spelling of every part,
 * so the bytes that it accepts are those that {@link Leaf#encode} writes.
 */
final class LeafParser {

    static final byte[] COMMITMENT = ascii("{\"commitment\":\"");
    static final byte[] ID = ascii("\",\"id\":\"");
    static final byte[] POSITION = ascii("\",\"position\":");
    static final byte[] PREVIOUS = ascii(",\"previousInState\":");
    static final byte[] RECORDED_AT = ascii(",\"recordedAt\":\"");
    static final byte[] STATE = ascii("\",\"state\":");
    static final byte[] SEQUENCE = ascii(",\"stateSequence\":");
    static final byte[] END = ascii(",\"v\":1}");
    static final byte[] NULL = ascii("null");
    private static final int STATE_LETTERS = 3;

    /** The value of each hexadecimal digit, lower case only; -1 of any other character. */
    private static final byte[] HEX_DIGITS = hexDigits();

    private final byte[] bytes;
    private int at;

    LeafParser(byte[] bytes) {
        this.bytes = bytes;
    }

    Leaf parse() {
        if (bytes.length > 0 && bytes[bytes.length - 1] == '\n') {
            throw new IllegalArgumentException(
                    "A newline follows the leaf. Take it away: the file ends with the closing brace");
        }
        expect(COMMITMENT);
        Hash commitment = hash();
        expect(ID);
        UUID id = uuid();
        expect(POSITION);
        long position = number();
        expect(PREVIOUS);
        Hash previous = isNull() ? null : quotedHash();
        expect(RECORDED_AT);
        Instant recordedAt = instant();
        expect(STATE);
        String state = isNull() ? null : quotedState();
        expect(SEQUENCE);
        Long sequence = isNull() ? null : Long.valueOf(number());
        expect(END);
        require(at == bytes.length);
        return new Leaf(position, id, recordedAt, state, sequence, previous, commitment);
    }

    private Hash quotedHash() {
        expect('"');
        Hash hash = hash();
        expect('"');
        return hash;
    }

    private Hash hash() {
        require(at + 2 * Hash.SIZE_BYTES <= bytes.length);
        byte[] hash = new byte[Hash.SIZE_BYTES];
        int invalid = 0;
        for (int i = 0; i < hash.length; i++) {
            int pair = HEX_DIGITS[bytes[at + 2 * i] & 0xFF] << 4 | HEX_DIGITS[bytes[at + 2 * i + 1] & 0xFF];
            invalid |= pair;
            hash[i] = (byte) pair;
        }
        require(invalid >= 0);
        at += 2 * Hash.SIZE_BYTES;
        return Hash.at(hash, 0);
    }

    private UUID uuid() {
        long high = hex(8);
        for (int group = 0; group < 2; group++) {
            expect('-');
            high = high << 16 | hex(4);
        }
        expect('-');
        long low = hex(4) << 48;
        expect('-');
        return new UUID(high, low | hex(12));
    }

    private long hex(int digits) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = HEX_DIGITS[next() & 0xFF];
            require(digit >= 0);
            value = value << 4 | digit;
        }
        return value;
    }

    /** Without leading zeros; more than sixteen digits exceed {@link Leaf#MAX_NUMBER}. */
    private long number() {
        int from = at;
        long value = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + digits(1);
            require(at - from <= 16);
        }
        require(at > from && bytes[from] != '0');
        return value;
    }

    private Instant instant() {
        try {
            return dateAndTime();
        } catch (DateTimeException e) {
            throw notCanonical(e);
        }
    }

    private Instant dateAndTime() {
        int year = digits(4);
        expect('-');
        int month = digits(2);
        expect('-');
        LocalDate date = LocalDate.of(year, month, digits(2));
        expect('T');
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        expect(':');
        LocalTime time = LocalTime.of(hour, minute, digits(2));
        expect('.');
        int microseconds = digits(6);
        expect('Z');
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + time.toSecondOfDay(), microseconds * 1_000L);
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = next() - '0';
            require(digit >= 0 && digit <= 9);
            value = value * 10 + digit;
        }
        return value;
    }

    private String quotedState() {
        expect('"');
        require(at + STATE_LETTERS <= bytes.length);
        String state = new String(bytes, at, STATE_LETTERS, US_ASCII);
        at += STATE_LETTERS;
        expect('"');
        return state;
    }

    private boolean isNull() {
        if (at < bytes.length && bytes[at] == 'n') {
            expect(NULL);
            return true;
        }
        return false;
    }

    private void expect(byte[] literal) {
        for (byte character : literal) {
            expect(character);
        }
    }

    private void expect(int character) {
        require(next() == character);
    }

    private int next() {
        require(at < bytes.length);
        return bytes[at++];
    }

    private void require(boolean canonical) {
        if (!canonical) {
            throw notCanonical(null);
        }
    }

    private IllegalArgumentException notCanonical(@Nullable Exception cause) {
        return new IllegalArgumentException(
                "Not the canonical JSON of a leaf, from byte " + at + ": " + new String(bytes, US_ASCII), cause);
    }

    private static byte[] hexDigits() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int value = 0; value < 16; value++) {
            values[Character.forDigit(value, 16)] = (byte) value;
        }
        return values;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}

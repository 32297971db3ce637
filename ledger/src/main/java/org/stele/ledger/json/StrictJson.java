package org.stele.ledger.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A StrictJson reads one JSON text (RFC 8259) into values. It refuses what two readers could understand differently
 * (docs/spec/submitters.md, section 2): a name twice, half a surrogate pair, a number that a double does not hold as
 * written, deep nesting.
 */
public final class StrictJson {

    /** The size of the largest body that the ledger stores. */
    public static final int MAX_BYTES = 1 << 20;

    /** Arrays and objects around each other. */
    public static final int MAX_DEPTH = 64;

    private final String text;
    private final int maxDepth;
    private int at;
    private int depth;

    private StrictJson(String text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /** The value of a whole text. */
    public static JsonValue parse(byte[] bytes) {
        return parse(bytes, MAX_DEPTH);
    }

    /** The object of a whole text, which does not count as nesting: its members may have the full depth. */
    public static JsonValue.Members parseAround(byte[] bytes) {
        if (parse(bytes, MAX_DEPTH + 1) instanceof JsonValue.Members members) {
            return members;
        }
        throw new IllegalArgumentException("Expected a JSON object");
    }

    private static JsonValue parse(byte[] bytes, int maxDepth) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("Expected at most " + MAX_BYTES + " bytes of JSON, got " + bytes.length);
        }
        StrictJson json = new StrictJson(decoded(bytes), maxDepth);
        JsonValue value = json.value();
        if (json.at != json.text.length()) {
            throw json.refused("Something follows the value");
        }
        return value;
    }

    private static String decoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The JSON is not UTF-8", e);
        }
    }

    private JsonValue value() {
        space();
        JsonValue value = switch (peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> new JsonValue.Text(string());
            case 't' -> word("true", new JsonValue.Truth(true));
            case 'f' -> word("false", new JsonValue.Truth(false));
            case 'n' -> word("null", new JsonValue.Nothing());
            default -> number();
        };
        space();
        return value;
    }

    private JsonValue.Members members() {
        enter();
        TreeMap<String, JsonValue> members = new TreeMap<>();
        space();
        while (peek() != '}') {
            if (!members.isEmpty()) {
                take(',');
                space();
            }
            String name = string();
            space();
            take(':');
            if (members.containsKey(name)) {
                throw refused("The name '" + name + "' comes twice in one object");
            }
            members.put(name, value());
        }
        leave();
        return new JsonValue.Members(members);
    }

    private JsonValue.Items items() {
        enter();
        List<JsonValue> values = new ArrayList<>();
        space();
        while (peek() != ']') {
            if (!values.isEmpty()) {
                take(',');
            }
            values.add(value());
        }
        leave();
        return new JsonValue.Items(values);
    }

    private void enter() {
        at++;
        if (++depth > maxDepth) {
            throw refused("Nested deeper than " + MAX_DEPTH);
        }
    }

    private void leave() {
        at++;
        depth--;
    }

    private JsonValue word(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw refused("Expected a value");
        }
        at += word.length();
        return value;
    }

    private String string() {
        take('"');
        StringBuilder said = new StringBuilder();
        for (char c = peek(); c != '"'; c = peek()) {
            if (at >= text.length() || c < ' ') {
                throw refused("A text without end, or with a control character");
            }
            at++;
            said.append(c == '\\' ? escaped() : c);
        }
        at++;
        return requirePairs(said.toString());
    }

    private char escaped() {
        char c = peek();
        at++;
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (c != 'u' || at + 4 > text.length()) {
            throw refused("No such escape");
        }
        int unit = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = "0123456789abcdef".indexOf(Character.toLowerCase(text.charAt(at)));
            if (digit < 0 || text.charAt(at) >= 0x80) {
                throw refused("No such escape");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    /** Half a pair has no bytes in UTF-8, and so no canonical form. */
    private String requirePairs(String said) {
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < said.length() && Character.isLowSurrogate(said.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw refused("Half a surrogate pair in a text");
            }
        }
        return said;
    }

    private JsonValue.Numeral number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        boolean isZero = peek() == '0';
        int whole = digits();
        boolean isWell = whole > 0 && (!isZero || whole == 1);
        if (peek() == '.') {
            at++;
            isWell &= digits() > 0;
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            isWell &= digits() > 0;
        }
        if (!isWell) {
            throw refused("Expected a value");
        }
        return new JsonValue.Numeral(CanonicalNumber.of(text.substring(from, at)));
    }

    private int digits() {
        int from = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - from;
    }

    private void space() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    /** The next character, without consuming it; NUL at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void take(char expected) {
        if (peek() != expected || at >= text.length()) {
            throw refused("Expected " + expected);
        }
        at++;
    }

    private IllegalArgumentException refused(String what) {
        return new IllegalArgumentException(what + " at character " + at + " of the JSON");
    }
}

package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A JsonScanner reads a JSON text (RFC 8259) sequentially. It refuses what different readers could understand
 * differently: a repeated name, an excessive number, unlimited nesting.
 */
final class JsonScanner {

    static final int MAX_DEPTH = 64;
    static final int MAX_NUMBER_CHARACTERS = 64;

    private final String text;
    private int at;
    private int depth;

    JsonScanner(byte[] bytes) {
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Not UTF-8", e);
        }
    }

    /** The next character, without consuming it; NUL at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /** Consumes exactly these characters. */
    void take(String expected) {
        if (!text.startsWith(expected, at)) {
            throw new IllegalArgumentException("Expected " + expected + " at character " + at);
        }
        at += expected.length();
    }

    void end() {
        if (at != text.length()) {
            throw new IllegalArgumentException("Something follows at character " + at);
        }
    }

    /** Consumes an object to the end of the text, and returns its string members. */
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        Set<String> names = new HashSet<>();
        space();
        enter("{");
        space();
        while (peek() != '}') {
            if (!names.isEmpty()) {
                take(",");
                space();
            }
            String name = newName(names);
            space();
            if (peek() == '"') {
                texts.put(name, string());
                space();
            } else {
                value();
            }
        }
        leave("}");
        space();
        end();
        return texts;
    }

    /** Consumes the name of a member, and the colon after it. */
    private String newName(Set<String> names) {
        String name = string();
        if (!names.add(name)) {
            throw new IllegalArgumentException("The member '" + name + "' comes twice");
        }
        space();
        take(":");
        return name;
    }

    /** Consumes one value of any kind, white space around it included. */
    void value() {
        space();
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> take("true");
            case 'f' -> take("false");
            case 'n' -> take("null");
            default -> number();
        }
        space();
    }

    private void object() {
        enter("{");
        Set<String> names = new HashSet<>();
        space();
        while (peek() != '}') {
            if (!names.isEmpty()) {
                take(",");
                space();
            }
            newName(names);
            value();
        }
        leave("}");
    }

    private void array() {
        enter("[");
        space();
        for (boolean first = true; peek() != ']'; first = false) {
            if (!first) {
                take(",");
            }
            value();
        }
        leave("]");
    }

    private void enter(String bracket) {
        take(bracket);
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("Nested deeper than " + MAX_DEPTH);
        }
    }

    private void leave(String bracket) {
        take(bracket);
        depth--;
    }

    /** Consumes a string and returns its value. */
    String string() {
        take("\"");
        StringBuilder said = new StringBuilder();
        for (char c = peek(); c != '"'; c = peek()) {
            if (at >= text.length() || c < ' ') {
                throw new IllegalArgumentException("A string without end at character " + at);
            }
            at++;
            said.append(c == '\\' ? escaped() : c);
        }
        at++;
        return said.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        int plain = "\"\\/bfnrt".indexOf(c);
        if (c != 'u' && plain < 0 || at > text.length()) {
            throw new IllegalArgumentException("No such escape at character " + at);
        }
        if (c != 'u') {
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw new IllegalArgumentException("No such escape at character " + at);
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private void number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        boolean zero = peek() == '0';
        int whole = digits();
        boolean well = whole > 0 && (!zero || whole == 1);
        if (peek() == '.') {
            at++;
            well &= digits() > 0;
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            well &= digits() > 0;
        }
        if (!well || at - from > MAX_NUMBER_CHARACTERS) {
            throw new IllegalArgumentException("Not a number of at most 64 characters at character " + from);
        }
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
}

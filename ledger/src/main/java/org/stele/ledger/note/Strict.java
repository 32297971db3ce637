package org.stele.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

/** Parses the elements of notes: text, base64, numbers and names, each in its one spelling. */
final class Strict {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,15}");
    /** What Unicode calls white space beyond ASCII. */
    private static final String WHITE_SPACE = "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
            + "\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

    private static final int MAX_NAME = 255;

    private Strict() {}

    static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Not UTF-8", e);
        }
    }

    static byte[] base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!base64(bytes).equals(text)) {
            throw new IllegalArgumentException("Not the one base64 spelling of its bytes: " + shown(text));
        }
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Hash hash(String base64) {
        return Hash.of(base64(base64));
    }

    static String base64(Hash hash) {
        return base64(hash.bytes());
    }

    /** A decimal number without sign or leading zeros, up to the largest that RFC 8785 writes exactly. */
    static long decimal(String text) {
        if (!DECIMAL.matcher(text).matches() || Long.parseLong(text) > Leaf.MAX_NUMBER) {
            throw new IllegalArgumentException("Not a number from 0 to 2^53 without leading zeros: " + shown(text));
        }
        return Long.parseLong(text);
    }

    static String name(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME || !name.chars().allMatch(Strict::isInNames)) {
            throw new IllegalArgumentException(
                    "A name has 1 to 255 characters and neither white space nor plus: '" + shown(name) + "'");
        }
        return name;
    }

    /** Plus separates the parts of a verifier key. */
    private static boolean isInNames(int character) {
        return character > ' ' && character != '+' && (character < 0x80 || WHITE_SPACE.indexOf(character) < 0);
    }

    /** The beginning of an untrusted text, shortened for a message. */
    static String shown(String text) {
        String head = text.length() > 80 ? text.substring(0, 80) + "..." : text;
        return head.replaceAll("\\p{Cntrl}", "\\\\");
    }
}

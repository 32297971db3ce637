package org.stele.verifier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Commitment;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;

/**
 * An Opening is a salt and the exact bytes of a body, which together open a leaf's commitment.
 *
 * @param leaf the bytes of the leaf, where they were given
 */
record Opening(byte @Nullable [] leaf, byte[] salt, byte[] body) {

    private static final String EXPECTED_SALT =
            "Expected a salt of 16 bytes: 32 hexadecimal digits, or base64 as /api/v1/events/POSITION/opening gives it, got ";

    /** The salt in either spelling; their lengths differ, so they cannot be confused. */
    static byte[] salt(String text) {
        try {
            byte[] salt = text.length() == 2 * Commitment.SALT_BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            if (salt.length == Commitment.SALT_BYTES) {
                return salt;
            }
        } catch (IllegalArgumentException e) {
            // The length check below reports it.
        }
        throw new WrongUse(EXPECTED_SALT + "'" + text + "'. Copy it once more.");
    }

    /** The opening as the ledger's API gives it: JSON with leaf, salt and body; the salt in either spelling. */
    static Opening parse(byte[] json) {
        Map<String, String> members = new JsonScanner(json).texts();
        return new Opening(
                member(members, "leaf").getBytes(US_ASCII),
                salt(member(members, "salt")),
                Base64.getDecoder().decode(member(members, "body")));
    }

    /** The members of the file of an event, each in its one spelling. */
    static Opening ofEvent(Map<String, String> members) {
        return new Opening(
                member(members, "leaf").getBytes(US_ASCII),
                of16(base64(member(members, "salt"))),
                base64(member(members, "body")));
    }

    private static byte[] of16(byte[] salt) {
        if (salt.length != Commitment.SALT_BYTES) {
            throw new IllegalArgumentException("A salt has 16 bytes, not " + salt.length);
        }
        return salt;
    }

    private static byte[] base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("Not the one base64 spelling of its bytes");
        }
        return bytes;
    }

    static String member(Map<String, String> members, String name) {
        String text = members.get(name);
        if (text == null) {
            throw new IllegalArgumentException(
                    "An opening has the members leaf, salt and body; " + name + " is missing");
        }
        return text;
    }

    /** The leaf that came with it. */
    Leaf requireLeaf() {
        if (leaf == null) {
            throw new IllegalArgumentException("The opening brings no leaf");
        }
        return Leaf.parse(leaf);
    }

    void requireOpens(Leaf of) throws NotVerified {
        if (opens(of, body)) {
            return;
        }
        boolean newline = body.length > 0 && body[body.length - 1] == '\n';
        throw new NotVerified(
                newline && opens(of, Arrays.copyOf(body, body.length - 1))
                        ? "A newline follows the body that the leaf commits to. Take it away: the file ends with the closing brace"
                        : "The body is not the one that the leaf commits to");
    }

    private boolean opens(Leaf of, byte[] bytes) {
        return Commitment.of(salt, bytes).equals(of.commitment());
    }
}

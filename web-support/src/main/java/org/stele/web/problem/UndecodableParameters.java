package org.stele.web.problem;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names the parameters of a query that are not percent-encoded UTF-8; the container only says that there are some. */
final class UndecodableParameters {

    private UndecodableParameters() {}

    /** The problem of a request with unreadable parameters. One in a posted form is not named. */
    static Problem of(@Nullable String query) {
        List<FieldError> errors = Stream.of((query == null ? "" : query).split("&"))
                .filter(parameter -> !isReadable(parameter))
                .map(parameter -> FieldError.of(
                        FieldError.shown(parameter.replaceFirst("=.*", "")),
                        "Expected text in UTF-8, with a percent sign before two hexadecimal digits."))
                .toList();
        return Problem.of(
                        400,
                        "invalid-parameter",
                        "A parameter cannot be read: it is not text in UTF-8 as addresses and forms write it. Correct it.")
                .withErrors(errors);
    }

    /** A parameter without a name does not count. */
    private static boolean isReadable(String parameter) {
        if (parameter.startsWith("=")) {
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(parameter)));
            return true;
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] bytes(String encoded) {
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int at = 0; at < encoded.length(); at++) {
            char letter = encoded.charAt(at);
            if (letter == '%') {
                if (at + 3 > encoded.length()) {
                    throw new IllegalArgumentException("A percent sign stands before fewer than two digits.");
                }
                bytes[length++] = (byte) HexFormat.fromHexDigits(encoded, at + 1, at + 3);
                at += 2;
            } else {
                bytes[length++] = (byte) letter;
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}

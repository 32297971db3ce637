package org.stele.web.body;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemException;

/** The fields of a posted form, which a browser encodes as application/x-www-form-urlencoded. */
final class FormFields {

    private static final int MAX_FIELDS = 1_000;

    private FormFields() {}

    /** The fields and their values in order; a problem (400) where they are not valid UTF-8. */
    static Map<String, List<String>> read(byte[] body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String[] pairs = new String(body, StandardCharsets.ISO_8859_1).split("&");
        if (pairs.length > MAX_FIELDS) {
            throw unreadable();
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = text(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : text(pair.substring(equals + 1));
            if (!pair.isEmpty()) {
                fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            }
        }
        return fields;
    }

    private static String text(String encoded) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(encoded)))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    private static byte[] bytes(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            char letter = encoded.charAt(at);
            if (letter == '%') {
                bytes.write(HexFormat.fromHexDigits(encoded, at + 1, at + 3));
                at += 2;
            } else {
                bytes.write(letter == '+' ? ' ' : letter);
            }
        }
        return bytes.toByteArray();
    }

    private static ProblemException unreadable() {
        return Problem.of(
                        400,
                        "invalid-parameter",
                        "The form cannot be read: it is not text in UTF-8 as forms write it. Send it again.")
                .asException();
    }
}

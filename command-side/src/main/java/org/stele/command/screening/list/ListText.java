package org.stele.command.screening.list;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file. A parser that decodes bytes by itself replaces those that are wrong, and so changes names.
 *
 * @param encoding of the bytes: by the byte order mark, else UTF-8
 */
record ListText(String characters, Charset encoding) {

    /** The characters; bytes that are not of their encoding are refused. */
    static ListText of(byte[] bytes) {
        Charset encoding = encoding(bytes);
        int mark = hasUtf8Mark(bytes) ? 3 : encoding.equals(StandardCharsets.UTF_8) ? 0 : 2;
        try {
            String characters = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
                    .toString();
            return new ListText(characters, encoding);
        } catch (CharacterCodingException e) {
            throw new UnreadableList(
                    UnreadableList.ENCODING,
                    "Expected a file in UTF-8, or in UTF-16 with a byte order mark; some bytes are not %s. Get the file again."
                            .formatted(encoding));
        }
    }

    /** Refuses a file that declares another encoding than that of its bytes. */
    void requireDeclared(@Nullable String declared) {
        if (declared == null) {
            return;
        }
        String name = declared.toUpperCase(Locale.ROOT);
        boolean agrees = encoding.equals(StandardCharsets.UTF_8)
                ? name.equals("UTF-8")
                : name.equals("UTF-16") || name.equals(encoding.name());
        if (!agrees) {
            throw new UnreadableList(
                    UnreadableList.ENCODING,
                    "The file declares another encoding than that of its bytes, %s.".formatted(encoding));
        }
    }

    private static Charset encoding(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean hasUtf8Mark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}

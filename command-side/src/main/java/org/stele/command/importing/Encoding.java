package org.stele.command.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.ByteBufferBackedInputStream;

/** Finds the first byte that is not UTF-8, and the cell that it is in. */
final class Encoding {

    private static final int CHARACTERS_AT_ONCE = 1 << 16;
    private static final String ADVICE =
            "Save the file as \"CSV UTF-8 (comma delimited)\" in a spreadsheet, and send it again.";

    private Encoding() {}

    /** Adds an error where the file is not UTF-8 throughout; says whether it is. */
    static boolean check(ImportFile file, ImportErrors errors) {
        if (file.isUtf16()) {
            errors.addToFile("Expected UTF-8, got UTF-16. " + ADVICE, null);
            return false;
        }
        int malformed = firstMalformed(file.content());
        if (malformed >= 0) {
            addMalformed(file.content(), malformed, errors);
        }
        return malformed < 0;
    }

    /** The index of the first byte that is not UTF-8; -1 where all are. */
    private static int firstMalformed(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(CHARACTERS_AT_ONCE);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            characters.clear();
            result = decoder.decode(bytes, characters, true);
        }
        return result.isError() ? bytes.position() : -1;
    }

    private static void addMalformed(ByteBuffer bytes, int malformed, ImportErrors errors) {
        // With one more character the byte's own cell exists even where it starts a row.
        InputStream upToIt = new SequenceInputStream(
                new ByteBufferBackedInputStream(bytes.slice(0, malformed)), new ByteArrayInputStream(new byte[] {'?'}));
        CsvRecords records = CsvRecords.ofCutOff(new InputStreamReader(upToIt, StandardCharsets.UTF_8));
        List<String> header = List.of();
        List<String> cells = List.of();
        try {
            for (List<String> next = records.next(); next != null; next = records.next()) {
                cells = next;
                header = header.isEmpty() ? next : header;
            }
        } catch (CsvParseException e) {
            cells = List.of(); // The byte is after a row that is no CSV either: that row is named.
        }
        errors.add(
                records.row(),
                column(header, cells),
                "Expected UTF-8; this byte is none. " + ADVICE,
                String.format(Locale.ROOT, "byte 0x%02X", bytes.get(malformed)));
    }

    private static @Nullable String column(List<String> header, List<String> cells) {
        int index = cells.size() - 1;
        return cells == header || index < 0 || index >= header.size() ? null : header.get(index);
    }
}

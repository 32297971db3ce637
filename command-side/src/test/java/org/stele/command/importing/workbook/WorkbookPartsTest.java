package org.stele.command.importing.workbook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is unpacked of a workbook has a limit, and so has its directory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class WorkbookPartsTest {

    private static final int ELEMENTS = 100_000;
    private static final String PART = "<a>" + "<b/>".repeat(ELEMENTS) + "</a>";

    @TempDir
    Path directory;

    @Test
    void all_bytes_up_to_the_limit_are_read_and_no_byte_more() throws IOException {
        Path zip = zip(1);

        assertThat(elements(zip, PART.length())).isEqualTo(ELEMENTS + 1);
        assertThatExceptionOfType(UnreadableWorkbook.class)
                .isThrownBy(() -> elements(zip, PART.length() - 1))
                .withMessageContaining("too large");
    }

    @Test
    void what_is_much_larger_unpacked_than_it_came_is_refused_above_a_size_that_costs_nothing() throws IOException {
        Path zip = zip("<a>" + "<b/>".repeat(3 << 20) + "</a>");

        assertThatExceptionOfType(UnreadableWorkbook.class)
                .isThrownBy(() -> elements(zip, 1L << 30))
                .withMessageContaining("more than 32 times as large as it came");
    }

    @Test
    void a_directory_of_more_than_a_mebibyte_is_not_read() throws IOException {
        assertThatExceptionOfType(UnreadableWorkbook.class)
                .isThrownBy(() -> elements(zip(25_000), PART.length()))
                .withMessageContaining("too many parts");
    }

    private static int elements(Path zip, long mostBytes) throws IOException {
        int elements = 0;
        try (WorkbookParts parts = WorkbookParts.open(zip, mostBytes);
                XmlPart part = Objects.requireNonNull(parts.find("0"))) {
            while (part.next()) {
                elements += part.isStart() ? 1 : 0;
            }
        }
        return elements;
    }

    private Path zip(String part) throws IOException {
        Path file = directory.resolve("one.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("0"));
            zip.write(part.getBytes(US_ASCII));
        }
        return file;
    }

    private Path zip(int parts) throws IOException {
        Path file = directory.resolve(parts + ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int part = 0; part < parts; part++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(part)));
                zip.write((part == 0 ? PART : "").getBytes(US_ASCII));
            }
        }
        return file;
    }
}

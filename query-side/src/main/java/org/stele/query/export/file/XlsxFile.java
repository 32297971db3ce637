package org.stele.query.export.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet as a workbook: the rows on the first sheet, under a header that stays in sight and filters, and where they come from on
 * the second. Texts are typed as texts, so that none is computed as a formula.
 */
final class XlsxFile {

    private static final String DAY = "yyyy-mm-dd";
    private static final String SHADE = "FFE8EDF3";

    /** The first day that an archive can say without a zone: its very first makes Java add a time in one. */
    private static final LocalDate ARCHIVED_ON = LocalDate.of(1980, 1, 2);

    private static final double MAX_WIDTH = 60;
    private static final double WIDTH_OF_CAPITALS = 1.2;
    private static final double MARGIN = 4;
    private static final double HEADER_HEIGHT = 32;
    private static final double FACTS_WIDTH = 100;

    private XlsxFile() {}

    static byte[] bytes(Sheet sheet, Provenance provenance) {
        try {
            Path written = Files.createTempFile("stele-export", ".xlsx");
            try {
                try (OutputStream out = Files.newOutputStream(written)) {
                    write(sheet, provenance, out);
                }
                return withoutTimes(written, provenance.asOf());
            } finally {
                Files.delete(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Sheet sheet, Provenance provenance, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Stele", "1.0")) {
            Worksheet rows = book.newWorksheet(sheet.title());
            header(rows, sheet);
            for (int row = 0; row < sheet.rows().size(); row++) {
                for (int column = 0; column < sheet.columns().size(); column++) {
                    set(rows, row + 1, column, sheet.rows().get(row).get(column));
                }
            }
            rows.finish();
            facts(book.newWorksheet("Where it comes from"), provenance);
        }
    }

    private static void header(Worksheet rows, Sheet sheet) {
        List<Column> columns = sheet.columns();
        for (int i = 0; i < columns.size(); i++) {
            rows.value(0, i, columns.get(i).label());
            rows.style(0, i)
                    .bold()
                    .fillColor(SHADE)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            rows.width(i, width(sheet, i));
        }
        rows.rowHeight(0, HEADER_HEIGHT);
        rows.freezePane(Math.min(2, columns.size()), 1);
        rows.setAutoFilter(0, 0, columns.size() - 1);
        rows.repeatRows(0);
        rows.pageOrientation("landscape");
        rows.setFitToPage(true);
        rows.fitToWidth((short) 1);
        rows.fitToHeight((short) 0);
    }

    /** The longest cell fits, up to a limit; a header of two words takes two lines. */
    private static double width(Sheet sheet, int column) {
        int longest = sheet.columns().get(column).label().length() / 2;
        for (List<Cell> row : sheet.rows()) {
            longest = Math.max(longest, row.get(column).text().length());
        }
        return Math.min(MAX_WIDTH, longest * WIDTH_OF_CAPITALS + MARGIN);
    }

    private static void facts(Worksheet sheet, Provenance provenance) throws IOException {
        sheet.width(0, 24);
        sheet.width(1, FACTS_WIDTH);
        for (int i = 0; i < provenance.facts().size(); i++) {
            Provenance.Fact fact = provenance.facts().get(i);
            sheet.value(i, 0, fact.label());
            sheet.style(i, 0).bold().verticalAlignment("top").set();
            set(sheet, i, 1, fact.cell());
            sheet.style(i, 1).wrapText(true).horizontalAlignment("left").set();
        }
        sheet.finish();
    }

    private static void set(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Text text -> sheet.value(row, column, text.value());
            case Cell.Amount amount -> sheet.value(row, column, amount.value());
            case Cell.Day day -> {
                sheet.value(row, column, day.value());
                sheet.style(row, column).format(DAY).set();
            }
            case Cell.Nothing _ -> {
                // The cell is not there.
            }
        }
    }

    /** The library writes the time of writing into the archive and its properties. */
    private static byte[] withoutTimes(Path written, LocalDate day) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(written.toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(ARCHIVED_ON.atStartOfDay());
                zip.putNextEntry(same);
                zip.write(entry.getName().equals("docProps/core.xml") ? dated(content, day) : content);
            }
        }
        return out.toByteArray();
    }

    private static byte[] dated(byte[] properties, LocalDate day) {
        return new String(properties, UTF_8)
                .replaceAll("(<dcterms:(?:created|modified)[^>]*>)[^<]*", "$1" + day + "T00:00:00Z")
                .getBytes(UTF_8);
    }
}

package org.stele.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks that are small as they come and large when they are unpacked. */
final class WorkbookBombs {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final long LARGE = 64L << 20;
    private static final String IN_SHEET = "<worksheet><sheetData>";

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() throws IOException {
        WorkbookBombs made = new WorkbookBombs();
        made.sheets();
        made.texts();
        made.archives();
        return made.files;
    }

    private void sheets() throws IOException {
        add("64 MiB of blanks", SHEET, IN_SHEET, " ", LARGE);
        add("64 MiB of comments", SHEET, IN_SHEET, "<!-- a -->", LARGE / 10);
        add("one comment of 64 MiB", SHEET, IN_SHEET + "<!--", "a", LARGE);
        add("one text of 64 MiB", SHEET, IN_SHEET + "<row><c t=\"inlineStr\"><is><t>", "a", LARGE);
        add("one attribute of 64 MiB", SHEET, IN_SHEET + "<row r=\"", "1", LARGE);
        add("one name of 64 MiB", SHEET, IN_SHEET + "<", "a", LARGE);
        add("rows without end", SHEET, IN_SHEET, "<row/>", 2_000_000);
        add("cells without end in a row", SHEET, IN_SHEET + "<row>", "<c/>", 13_000_000);
        add("the last column in each row", SHEET, IN_SHEET, "<row><c r=\"XFD1\"/></row>", 1_000_000);
        add("elements that nobody closes", SHEET, IN_SHEET, "<a>", 20_000_000);
        add("unknown elements", SHEET, IN_SHEET, "<a/>", 13_000_000);
    }

    private void texts() throws IOException {
        add("texts without end", TEXTS, "<sst>", "<si><t/></si>", 5_000_000);
        add("texts of a mebibyte", TEXTS, "<sst>", "<si><t>" + "a".repeat(1 << 20) + "</t></si>", 70);
        add("a text of runs without end", TEXTS, "<sst><si>", "<r><t>aaaaaaaa</t></r>", 3_000_000);
        add("styles without end", "xl/styles.xml", "<styleSheet><cellXfs>", "<xf numFmtId=\"0\"/>", 3_000_000);
        add(
                "formats without end",
                "xl/styles.xml",
                "<styleSheet><numFmts>",
                "<numFmt numFmtId=\"9\" formatCode=\"0\"/>",
                3_000_000);
        add(
                "sheets without end",
                "xl/workbook.xml",
                "<workbook><sheets>",
                "<sheet name=\"a\" sheetId=\"1\"/>",
                4_000_000);
        add(
                "relations without end",
                "xl/_rels/workbook.xml.rels",
                "<Relationships>",
                "<Relationship Id=\"a\" Type=\"b\" Target=\"c\"/>",
                3_000_000);
    }

    private void archives() throws IOException {
        byte[] many = manyParts(60_000);
        files.add(WorkbookFiles.file("60,000 parts", () -> new ByteArrayInputStream(many)));
        byte[] inner = packed(SHEET, IN_SHEET, " ", 64 << 20);
        Map<String, String> outer = Samples.parts("");
        outer.put(SHEET, new String(inner, java.nio.charset.StandardCharsets.ISO_8859_1));
        byte[] nested = Samples.zip(outer);
        files.add(WorkbookFiles.file("an archive as its sheet", () -> new ByteArrayInputStream(nested)));
    }

    private void add(String name, String part, String before, String again, long times) throws IOException {
        byte[] bytes = packed(part, before, again, times);
        files.add(WorkbookFiles.file(name, () -> new ByteArrayInputStream(bytes)));
    }

    /** A workbook in which one part is that text. The same bytes are packed once, and repeated as they are. */
    private static byte[] packed(String part, String before, String again, long times) throws IOException {
        Map<String, String> parts = Samples.parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
        parts.remove(part);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            for (Map.Entry<String, String> other : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(other.getKey()));
                zip.write(Samples.texts(other.getValue()));
            }
            zip.putNextEntry(new ZipEntry(part));
            try (InputStream text = Repeated.of(before, again, times, "")) {
                text.transferTo(zip);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] manyParts(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int part = 0; part < count; part++) {
                zip.putNextEntry(new ZipEntry("xl/part" + part));
            }
        }
        return bytes.toByteArray();
    }
}

package org.stele.hostile;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stele.command.importing.ImportKind;

/** Workbooks with wrong parts, references and archives. */
final class WorkbookFiles {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String BOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedStrings.xml";

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        WorkbookFiles made = new WorkbookFiles();
        made.cells();
        made.documentTypes();
        made.parts();
        made.archives();
        return made.files;
    }

    static HostileFile file(String name, HostileFile.Bytes bytes) {
        return new HostileFile("xlsx", name, bytes, stream -> Parser.importRefusal(ImportKind.FILINGS, stream));
    }

    private void add(String name, byte[] bytes) {
        files.add(file(name, () -> new ByteArrayInputStream(bytes)));
    }

    private void rows(String name, String rows) {
        add(name, Samples.workbook(rows));
    }

    private void changed(String name, String part, UnaryOperator<String> change) {
        Map<String, String> parts = Samples.parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
        parts.computeIfPresent(part, (_, xml) -> change.apply(xml));
        add(name, Samples.zip(parts));
    }

    private void cells() {
        for (String place :
                List.of("XFE1", "ZZZZZZ1", "A0", "A1048577", "A99999999999999999999", "1A", "A-1", "\u0661A")) {
            rows("a cell at " + place, "<row r=\"1\"><c r=\"" + place + "\"><v>1</v></c></row>");
        }
        for (String index : List.of("-1", "1", "2147483648", "99999999999999999999", "1e9", "NaN", "")) {
            rows("text " + index, "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>" + index + "</v></c></row>");
        }
        for (String row : List.of("0", "-5", "1048577", "9223372036854775808", "1.5")) {
            rows("row " + row, "<row r=\"" + row + "\"><c><v>1</v></c></row>");
        }
        rows("a number of 60 kB", "<row r=\"1\"><c r=\"A1\"><v>" + "9".repeat(60_000) + "</v></c></row>");
        rows("1e999999999", "<row r=\"1\"><c r=\"A1\"><v>1e999999999</v></c></row>");
        rows("a style that is not there", "<row r=\"1\"><c r=\"A1\" s=\"4000000000\"><v>1</v></c></row>");
        rows("the last cell of the last row", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
        rows("rows that go back", "<row r=\"5\"/><row r=\"4\"/>");
        rows("an error as value", "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c></row>");
    }

    private void documentTypes() {
        String laughs = laughs();
        for (String part : List.of(SHEET, BOOK, RELATIONS, TEXTS)) {
            changed("entities that grow, in " + part, part, xml -> laughs + xml.replace("</", "&l9;</"));
            changed(
                    "a file as entity, in " + part,
                    part,
                    xml -> "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + xml.replace("</", "&x;</"));
            changed(
                    "an address as document type, in " + part,
                    part,
                    xml -> "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">" + xml);
        }
    }

    static String laughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int level = 1; level < 10; level++) {
            entities.append("<!ENTITY l%s \"%s\">".formatted(level, ("&l" + (level - 1) + ";").repeat(10)));
        }
        return entities.append("]>").toString();
    }

    private void parts() {
        for (String part : List.of("_rels/.rels", BOOK, RELATIONS, SHEET)) {
            Map<String, String> parts = Samples.parts("<row r=\"1\"/>");
            parts.remove(part);
            add("without " + part, Samples.zip(parts));
        }
        for (String target : List.of(
                "../../../../etc/passwd", "/etc/passwd", "workbook.xml", "file:///etc/passwd", "", "\\\\host\\share")) {
            changed("a sheet at '" + target + "'", RELATIONS, xml -> xml.replace("worksheets/sheet1.xml", target));
        }
        changed("the book is its own sheet", RELATIONS, xml -> xml.replace("worksheets/sheet1.xml", "../workbook.xml"));
        changed(
                "the relations are the sheet",
                RELATIONS,
                xml -> xml.replace("worksheets/sheet1.xml", "_rels/workbook.xml.rels"));
        changed("no sheet", BOOK, xml -> xml.replaceAll("<sheets>.*</sheets>", "<sheets/>"));
        changed("hidden sheets alone", BOOK, xml -> xml.replace("sheetId", "state=\"hidden\" sheetId"));
        changed("a sheet with an unknown relation", BOOK, xml -> xml.replace("r:id=\"r1\"", "r:id=\"r99\""));
        changed("broken XML", SHEET, xml -> xml.substring(0, xml.length() - 5));
        changed("UTF-7", SHEET, xml -> "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + xml);
        changed("an encoding nobody knows", SHEET, xml -> "<?xml version=\"1.0\" encoding=\"x-nobody\"?>" + xml);
        changed("deep elements", SHEET, xml -> "<a>".repeat(200_000));
    }

    private void archives() {
        byte[] whole = Samples.workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
        for (int tenths = 1; tenths < 10; tenths += 2) {
            add("cut off after %s tenths".formatted(tenths), Arrays.copyOf(whole, whole.length * tenths / 10));
        }
        byte[] encrypted = whole.clone();
        encrypted[6] |= 1;
        encrypted[8] = 99;
        add("another method of compression", encrypted);
        byte[] far = whole.clone();
        Arrays.fill(far, far.length - 6, far.length - 2, (byte) 0xff);
        add("a directory that begins after the end", far);
        add("a beginning without an archive", Samples.texts("PK\3\4" + "x".repeat(100)));
        add(
                "an older workbook",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
    }
}

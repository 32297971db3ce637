package org.stele.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks, as bytes. */
final class Xlsx {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET_START =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    private Xlsx() {}

    /** A workbook with the cells of a CSV, all as texts that are written where they stand. */
    static byte[] of(String csv) {
        StringBuilder rows = new StringBuilder();
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(csv)) {
            int row = 0;
            for (CsvRecord record : records) {
                row++;
                rows.append("<row r=\"").append(row).append("\">");
                for (int column = 0; column < record.getFieldCount(); column++) {
                    rows.append(text(place(row, column), record.getField(column)));
                }
                rows.append("</row>");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheet(rows.toString());
    }

    /** The reference of a cell, such as AB12. */
    static String place(int row, int column) {
        String letters = column < 26 ? "" : Character.toString('A' + column / 26 - 1);
        return letters + Character.toString('A' + column % 26) + row;
    }

    static String text(String place, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                .formatted(place, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    /** A workbook with one sheet of these rows, as XML. */
    static byte[] sheet(String rows) {
        return zip(parts(rows));
    }

    /** The parts of a workbook with one sheet, by name; a test changes them. */
    static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                relations("<Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                        .formatted(RELATIONS)));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"%s\"><workbookPr/><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                        .formatted(RELATIONS));
        parts.put("xl/_rels/workbook.xml.rels", relations("""
                        <Relationship Id="rId1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>
                        <Relationship Id="rId2" Type="%1$s/sharedStrings" Target="/xl/sharedStrings.xml"/>
                        <Relationship Id="rId3" Type="%1$s/styles" Target="styles.xml"/>
                        """.formatted(RELATIONS)));
        parts.put("xl/worksheets/sheet1.xml", SHEET_START + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

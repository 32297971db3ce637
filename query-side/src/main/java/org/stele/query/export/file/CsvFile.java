package org.stele.query.export.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stele.query.export.file.Provenance.Fact;

/**
 * A sheet as CSV (RFC 4180, UTF-8, CRLF): one line of names, then one line a row, and nothing else, so that every program reads it.
 * Where the rows come from stands in further columns of each: a row that is copied into another table keeps it.
 */
final class CsvFile {

    /** What a spreadsheet would take for a formula; a number is none. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
    private static final String OF_THE_VIEW = "view_";

    private CsvFile() {}

    static byte[] bytes(Sheet sheet, Provenance provenance) {
        List<Fact> facts = provenance.facts().stream().filter(Fact::inRows).toList();
        List<String> names = new ArrayList<>();
        sheet.columns().forEach(column -> names.add(column.name()));
        facts.forEach(fact -> names.add(OF_THE_VIEW + fact.name()));
        List<String> view = facts.stream().map(fact -> safe(fact.cell())).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, UTF_8)) {
            csv.writeRecord(names);
            for (List<Cell> row : sheet.rows()) {
                List<String> line = new ArrayList<>(names.size());
                row.forEach(cell -> line.add(safe(cell)));
                line.addAll(view);
                csv.writeRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An apostrophe before what begins like a formula: a spreadsheet then shows the text, and computes nothing. */
    static String safe(Cell cell) {
        String text = cell.text();
        boolean isFormula = cell instanceof Cell.Text
                && FORMULA.matcher(text).matches()
                && !NUMBER.matcher(text).matches();
        return isFormula ? "'" + text : text;
    }
}

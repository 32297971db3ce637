package org.stele.command.importing.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, in order, each with its cells as a person sees them. Rows without cells may be left out. */
final class SheetRows implements AutoCloseable {

    static final int MAX_ROWS = 1_048_576;
    static final int MAX_COLUMNS = 16_384;

    /** The places without a cell before others: they cost time even where a file is small. */
    private static final long MAX_GAPS = 40_000_000;

    private final XmlPart sheet;
    private final CellReader reader;
    private List<String> cells = List.of();
    private List<Unreadable> unreadable = List.of();
    private int row;
    private long gaps;

    /** A cell that cannot be read: its column from 0, what was expected, and what stands there. */
    record Unreadable(int column, String message, @Nullable String got) {}

    SheetRows(Workbook workbook, XmlPart sheet) {
        this.sheet = sheet;
        this.reader = new CellReader(workbook, sheet);
    }

    /** Goes to the next row of the file; false after the last. */
    boolean advance() {
        while (sheet.next() && !sheet.isEnd("sheetData")) {
            if (sheet.isStart("row")) {
                readRow();
                return true;
            }
        }
        return false;
    }

    private void readRow() {
        row = sheet.attribute("r") == null ? row + 1 : sheet.number("r", row + 1, MAX_ROWS);
        if (row > MAX_ROWS) {
            throw new UnreadableWorkbook("The sheet has more than %s rows.".formatted(MAX_ROWS));
        }
        cells = new ArrayList<>(cells.size());
        unreadable = new ArrayList<>();
        while (sheet.next() && !sheet.isEnd("row")) {
            if (sheet.isStart("c")) {
                readCell();
            }
        }
    }

    private void readCell() {
        int column = column(sheet.attribute("r"));
        if (column < cells.size() || column >= MAX_COLUMNS) {
            throw new UnreadableWorkbook("The cells of row %s are not in order, or too many.".formatted(row));
        }
        gaps += column - cells.size();
        if (gaps > MAX_GAPS) {
            throw new UnreadableWorkbook("The sheet has too many empty columns. Take them out.");
        }
        while (cells.size() < column) {
            cells.add("");
        }
        String text = reader.read();
        if (reader.fault() != null) {
            unreadable.add(new Unreadable(column, reader.fault(), text.isEmpty() ? null : text));
        }
        cells.add(reader.fault() == null ? text : "");
    }

    /** The column of a reference such as AB12, from 0; the next one where there is none. */
    private int column(@Nullable String reference) {
        if (reference == null) {
            return cells.size();
        }
        int column = 0;
        int at = 0;
        while (at < reference.length() && at < 3 && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z') {
            column = column * 26 + reference.charAt(at) - 'A' + 1;
            at++;
        }
        if (at == 0 || at == reference.length() || !Character.isDigit(reference.charAt(at))) {
            throw new UnreadableWorkbook("A cell of row %s has no place that a sheet has.".formatted(row));
        }
        return column - 1;
    }

    /** As the spreadsheet numbers it, from 1. */
    int row() {
        return row;
    }

    /** Empty where nothing stands or where a cell cannot be read. */
    List<String> cells() {
        return cells;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}

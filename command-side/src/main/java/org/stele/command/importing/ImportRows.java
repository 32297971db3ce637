package org.stele.command.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of a file below its header, read and checked in order; errors are collected. */
final class ImportRows {

    private final ImportKind kind;
    private final CsvRecords records;
    private final LocalDate today;
    private final long mostRows;
    private final ImportErrors errors;
    private final @Nullable Header header;
    private @Nullable ImportRow row;
    private long count;

    ImportRows(ImportKind kind, ImportFile file, LocalDate today, long mostRows, ImportErrors errors) {
        this.kind = kind;
        this.records = CsvRecords.of(file.text());
        this.today = today;
        this.mostRows = mostRows;
        this.errors = errors;
        List<String> names = nextCells();
        this.header = names == null ? null : header(names);
    }

    private @Nullable Header header(List<String> names) {
        if (isBlank(names)) {
            errors.addToFile("The first row is blank. " + Header.expected(kind), null);
            return null;
        }
        return Header.of(kind, names, errors);
    }

    /** Goes to the next row that is not blank; false at the end. */
    boolean advance() {
        Header columns = header;
        row = null;
        if (columns == null) {
            return false;
        }
        List<String> cells = nextCells();
        while (cells != null && isBlank(cells)) {
            cells = nextCells();
        }
        if (cells == null || isOneTooMany()) {
            return false;
        }
        count++;
        row = row(columns, cells);
        return true;
    }

    /** The row; null where it has errors. */
    @Nullable
    ImportRow row() {
        return row;
    }

    /** The number of rows so far, with or without errors. */
    long count() {
        return count;
    }

    private @Nullable List<String> nextCells() {
        try {
            return records.next();
        } catch (CsvParseException e) {
            errors.add(
                    records.row(),
                    null,
                    ("The row cannot be read as CSV, and the rows after it were not checked: a quotation mark is not"
                                    + " closed, or something other than a comma follows a closing one, or a cell is longer than %s"
                                    + " characters. Within quotation marks, write a quotation mark twice.")
                            .formatted(CsvRecords.MAX_CELL_CHARACTERS),
                    null);
            return null;
        }
    }

    private boolean isOneTooMany() {
        if (count == mostRows) {
            errors.add(
                    records.row(),
                    null,
                    String.format(Locale.ROOT, "Expected at most %,d rows. Divide the file.", mostRows),
                    null);
            return true;
        }
        return false;
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private @Nullable ImportRow row(Header columns, List<String> given) {
        if (given.size() != columns.width()) {
            errors.add(
                    records.row(),
                    null,
                    "Expected %s cells as in the header, got %s. A comma within a text needs quotation marks around the text."
                            .formatted(columns.width(), given.size()),
                    null);
            return null;
        }
        int stray = columns.cellWithoutColumn(given);
        if (stray >= 0) {
            errors.add(
                    records.row(),
                    null,
                    "Cell %s stands under no column name. Name the column, or empty the cell.".formatted(stray + 1),
                    null);
            return null;
        }
        Cells cells = new Cells(records.row(), columns, given, today, errors);
        return switch (kind) {
            case FILINGS -> FilingRow.of(cells);
            case CLAIMS -> ClaimRow.of(cells);
            case EVIDENCE -> EvidenceRow.of(cells);
            case NOTICES -> NoticeRow.of(cells);
            case BASELINES -> BaselineRow.of(cells);
            case ARRIVALS -> ArrivalRow.of(cells);
        };
    }
}

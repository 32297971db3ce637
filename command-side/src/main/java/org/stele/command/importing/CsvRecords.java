package org.stele.command.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text (RFC 4180), in order, each with its row in a spreadsheet: line ends within quotation marks
 * start no row, and blank lines are rows too.
 */
final class CsvRecords {

    static final long HEADER_ROW = 1;

    /**
     * The most characters of a cell that is read; the limits of fields are lower. It bounds the text after an unclosed
     * quotation mark.
     */
    static final int MAX_CELL_CHARACTERS = 1 << 20;

    private static final int BUFFER_CHARACTERS = 2 * MAX_CELL_CHARACTERS;

    private final Iterator<CsvRecord> records;
    private long row;

    private CsvRecords(Iterator<CsvRecord> records) {
        this.records = records;
    }

    static CsvRecords of(Reader text) {
        return new CsvRecords(reader().build(handler(), text).iterator());
    }

    /** Reads to the end even inside an unclosed quotation mark, as in a truncated text. */
    static CsvRecords ofCutOff(Reader text) {
        return new CsvRecords(
                reader().allowUnclosedQuote(true).build(handler(), text).iterator());
    }

    private static CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(BUFFER_CHARACTERS);
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.of(limits -> limits.maxFields(BUFFER_CHARACTERS)
                .maxFieldSize(MAX_CELL_CHARACTERS)
                .maxRecordSize(BUFFER_CHARACTERS));
    }

    /**
     * The cells of the next row; null after the last one. A blank row has one empty cell.
     *
     * @throws CsvParseException where {@link #row} cannot be read, and nothing after it can
     */
    @Nullable
    List<String> next() {
        row++;
        if (!records.hasNext()) {
            row--;
            return null;
        }
        return records.next().getFields();
    }

    /** The row that was read last, or that cannot be read. */
    long row() {
        return row;
    }
}

package org.stele.command.importing.workbook;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the first visible sheet of a workbook as CSV, row for row: a row has the same number in both. The texts of a
 * workbook are held in memory, so that one is read at a time. Safe for all threads.
 */
public final class WorkbookText {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLDER = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int MAX_HEADER_COLUMNS = 1_000;
    private static final long HEADER_ROW = 1;

    private final ReentrantLock turn = new ReentrantLock();
    private final long mostBytes;
    private final long mostUnpackedBytes;

    /**
     * @param mostBytes of the CSV
     * @param mostUnpackedBytes of all parts of a workbook together: a bomb is refused there
     */
    public WorkbookText(long mostBytes, long mostUnpackedBytes) {
        this.mostBytes = mostBytes;
        this.mostUnpackedBytes = mostUnpackedBytes;
    }

    /** Whether a file begins as a workbook does; no CSV does so. */
    public static boolean isWorkbook(ByteBuffer file) {
        return startsWith(file, ZIP);
    }

    /** Whether a file begins as older workbooks and those under a password do. */
    public static boolean isOlderWorkbook(ByteBuffer file) {
        return startsWith(file, OLDER);
    }

    private static boolean startsWith(ByteBuffer file, byte[] beginning) {
        return file.remaining() >= beginning.length
                && file.slice(file.position(), beginning.length).equals(ByteBuffer.wrap(beginning));
    }

    /** Writes the rows, and says what cannot be read; then the CSV is not to be used. */
    public void write(Path workbook, Path csv, WorkbookErrors errors) throws IOException {
        turn.lock();
        try (WorkbookParts parts = WorkbookParts.open(workbook, mostUnpackedBytes);
                OutputStream out = new Limited(new BufferedOutputStream(Files.newOutputStream(csv)), mostBytes);
                CsvWriter writer = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            Workbook found = Workbook.read(parts);
            try (SheetRows rows = new SheetRows(found, parts.require(found.sheet()))) {
                write(rows, writer, errors);
            }
        } catch (UnreadableWorkbook e) {
            errors.add(HEADER_ROW, null, String.valueOf(e.getMessage()), null);
        } catch (ZipException | EOFException e) {
            errors.add(HEADER_ROW, null, "The workbook is a damaged ZIP file." + UnreadableWorkbook.ADVICE, null);
        } finally {
            turn.unlock();
        }
    }

    private static void write(SheetRows rows, CsvWriter writer, WorkbookErrors errors) {
        List<String> header = List.of();
        int written = 0;
        while (rows.advance() && header.size() <= MAX_HEADER_COLUMNS) {
            for (int blank = written + 1; blank < rows.row(); blank++) {
                writer.writeRecord("");
            }
            written = rows.row();
            List<String> cells = withoutBlanksAtTheEnd(rows.cells());
            header = written == HEADER_ROW ? List.copyOf(cells) : header;
            for (SheetRows.Unreadable cell : rows.unreadable()) {
                errors.add(written, column(header, cell.column()), cell.message(), cell.got());
            }
            if (!header.isEmpty() && cells.size() > header.size()) {
                errors.add(
                        written,
                        null,
                        "Cell %s stands under no column name. Name the column, or empty the cell."
                                .formatted(cells.size()),
                        null);
            } else {
                writer.writeRecord(padded(cells, Math.max(header.size(), cells.size())));
            }
        }
    }

    private static @Nullable String column(List<String> header, int column) {
        return column < header.size() ? header.get(column) : null;
    }

    private static List<String> withoutBlanksAtTheEnd(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isBlank()) {
            size--;
        }
        return cells.subList(0, size);
    }

    /** A blank row has one empty cell, as in a CSV file. */
    private static String[] padded(List<String> cells, int width) {
        String[] padded = new String[cells.isEmpty() ? 1 : width];
        for (int index = 0; index < padded.length; index++) {
            padded[index] = index < cells.size() ? cells.get(index) : "";
        }
        return padded;
    }

    /** The CSV's bytes, counted. */
    private static final class Limited extends OutputStream {

        private final OutputStream out;
        private long left;

        Limited(OutputStream out, long mostBytes) {
            this.out = out;
            this.left = mostBytes;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new UnreadableWorkbook("The rows of the workbook have too many bytes. Divide it.");
            }
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

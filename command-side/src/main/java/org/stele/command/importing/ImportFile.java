package org.stele.command.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.stele.command.importing.workbook.WorkbookText;
import org.stele.events.Sha256Digest;
import org.stele.web.limit.Limit;
import tools.jackson.databind.util.ByteBufferBackedInputStream;

/**
 * A file to import as CSV, and the digest of the bytes that came, which identifies it. It is read twice, and is kept on
 * disk until it is closed. A workbook is written as CSV first.
 */
final class ImportFile implements AutoCloseable {

    /** The largest that an operator can allow; the web may take less. */
    static final long MAX_BYTES = Limit.IMPORT_BYTES.most();

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Arena arena;
    private final ByteBuffer bytes;
    private final Sha256Digest sha256;
    private final boolean isTooLarge;
    private final ImportErrors errors;

    private ImportFile(Arena arena, ByteBuffer bytes, Sha256Digest sha256, boolean isTooLarge, ImportErrors errors) {
        this.arena = arena;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.isTooLarge = isTooLarge;
        this.errors = errors;
    }

    /** Reads the stream to its end, or to one byte above the limit: such a file is refused when it is checked. */
    static ImportFile read(InputStream stream, WorkbookText workbooks) throws IOException {
        return read(stream, workbooks, MAX_BYTES);
    }

    static ImportFile read(InputStream stream, WorkbookText workbooks, long mostBytes) throws IOException {
        Path copy = Files.createTempFile("stele-import-", ".csv");
        try {
            MessageDigest digest = Sha256Digest.newDigest();
            long size = copy(stream, copy, digest, mostBytes);
            Sha256Digest sha256 = Sha256Digest.finished(digest);
            ImportFile file = mapped(copy, sha256, size > mostBytes, mostBytes, new ImportErrors());
            return WorkbookText.isWorkbook(file.content()) && !file.isTooLarge ? file.asCsv(copy, workbooks) : file;
        } finally {
            // The mapping stays readable.
            Files.delete(copy);
        }
    }

    /** The workbook's sheet as a file of its own, with the workbook's digest. */
    private ImportFile asCsv(Path workbook, WorkbookText workbooks) throws IOException {
        Path csv = Files.createTempFile("stele-import-", ".csv");
        try (this) {
            ImportErrors unreadable = new ImportErrors();
            workbooks.write(workbook, csv, unreadable::add);
            return mapped(csv, sha256, false, MAX_BYTES, unreadable);
        } finally {
            // The mapping stays readable.
            Files.delete(csv);
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // What is mapped is closed with the file.
    private static ImportFile mapped(
            Path path, Sha256Digest sha256, boolean isTooLarge, long mostBytes, ImportErrors errors)
            throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), mostBytes), arena)
                    .asByteBuffer();
            return new ImportFile(arena, bytes, sha256, isTooLarge, errors);
        }
    }

    private static long copy(InputStream stream, Path copy, MessageDigest digest, long mostBytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(copy)) {
            int read = stream.read(buffer);
            while (read >= 0 && size <= mostBytes) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                size += read;
                read = stream.read(buffer);
            }
        }
        return size;
    }

    Sha256Digest sha256() {
        return sha256;
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    /** What of a workbook could not be read. */
    ImportErrors errors() {
        return errors;
    }

    /** Whether it starts with a UTF-16 byte order mark. */
    boolean isUtf16() {
        return startsWith((byte) 0xFE, (byte) 0xFF) || startsWith((byte) 0xFF, (byte) 0xFE);
    }

    /** The bytes after a byte order mark. */
    ByteBuffer content() {
        int start = startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        return bytes.slice(start, bytes.capacity() - start);
    }

    /** The text after a byte order mark. */
    Reader text() {
        return text(content());
    }

    static Reader text(ByteBuffer utf8) {
        return new InputStreamReader(new ByteBufferBackedInputStream(utf8), StandardCharsets.UTF_8);
    }

    private boolean startsWith(byte... beginning) {
        return bytes.capacity() >= beginning.length
                && bytes.slice(0, beginning.length).equals(ByteBuffer.wrap(beginning));
    }

    @Override
    public void close() {
        arena.close();
    }
}

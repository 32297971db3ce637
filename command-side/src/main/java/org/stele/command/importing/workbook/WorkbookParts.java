package org.stele.command.importing.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook's ZIP file, by name. What is read of all of them together has a limit. */
final class WorkbookParts implements AutoCloseable {

    /** A sheet of real rows is ten times as large unpacked; one that only repeats itself is a thousand times as large. */
    private static final long MAX_RATIO = 32;

    /** What is so small may repeat itself. */
    private static final long UNPACKED_BYTES_OF_ANY = 8L << 20;

    /** Each part but the sheet and its texts. */
    private static final int MAX_BYTES_OF_SMALL = 4 << 20;

    /** The directory is read into memory; a workbook has some tens of parts. */
    private static final int MAX_DIRECTORY_BYTES = 1 << 20;

    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_END_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 0xFFFF;
    private static final int DIRECTORY_SIZE_AT = 12;

    private final ZipFile zip;
    private long leftBytes;

    private WorkbookParts(ZipFile zip, long mostBytes) {
        this.zip = zip;
        this.leftBytes = mostBytes;
    }

    /** @param mostBytes of all parts that are read, unpacked */
    static WorkbookParts open(Path workbook, long mostBytes) throws IOException {
        requireSmallDirectory(workbook);
        long ofItsSize = UNPACKED_BYTES_OF_ANY + MAX_RATIO * Files.size(workbook);
        return new WorkbookParts(new ZipFile(workbook.toFile()), Math.min(mostBytes, ofItsSize));
    }

    private static void requireSmallDirectory(Path workbook) throws IOException {
        try (FileChannel file = FileChannel.open(workbook)) {
            long start = Math.max(0, file.size() - DIRECTORY_END_BYTES - MAX_COMMENT_BYTES);
            ByteBuffer tail = ByteBuffer.allocate((int) (file.size() - start)).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && file.read(tail, start + tail.position()) >= 0) {
                // Reads on.
            }
            // Whichever of several ends is taken for the right one: each has to name a small directory.
            for (int at = 0; at <= tail.position() - DIRECTORY_END_BYTES; at++) {
                if (tail.getInt(at) == DIRECTORY_END
                        && Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_SIZE_AT)) > MAX_DIRECTORY_BYTES) {
                    throw new UnreadableWorkbook("The workbook has too many parts.");
                }
            }
        }
    }

    /** The part as XML; null where there is none. */
    @Nullable
    XmlPart find(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : XmlPart.open(name, zip.getInputStream(entry), this::take);
    }

    /** The same of a part that says something of the workbook, and is small. */
    @Nullable
    XmlPart findSmall(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : XmlPart.open(name, zip.getInputStream(entry), new Small(name));
    }

    XmlPart requireSmall(String name) throws IOException {
        return required(name, findSmall(name));
    }

    XmlPart require(String name) throws IOException {
        return required(name, find(name));
    }

    private static XmlPart required(String name, @Nullable XmlPart part) {
        if (part == null) {
            throw new UnreadableWorkbook("The file is no workbook, or a damaged one: it has no part " + name + ".");
        }
        return part;
    }

    private void take(int bytes) {
        leftBytes -= bytes;
        if (leftBytes < 0) {
            throw new UnreadableWorkbook(
                    "Unpacked, the workbook is too large, or more than %s times as large as it came."
                            .formatted(MAX_RATIO));
        }
    }

    /** Counts the bytes of one small part. */
    private final class Small implements IntConsumer {

        private final String name;
        private int left = MAX_BYTES_OF_SMALL;

        Small(String name) {
            this.name = name;
        }

        @Override
        public void accept(int bytes) {
            take(bytes);
            left -= bytes;
            if (left < 0) {
                throw new UnreadableWorkbook("The part %s of the workbook is too large.".formatted(name));
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

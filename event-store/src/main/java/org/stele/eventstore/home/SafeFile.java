package org.stele.eventstore.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes small files so that a power cut leaves the old one or the new one, for their owner alone (mode 600). */
public final class SafeFile {

    private SafeFile() {}

    /** Puts the bytes in the place of whatever the file was. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
        Files.createDirectories(directory);
        // Of a name of its own, because nodes may share the directory; the platform makes it for its owner alone.
        Path half = Files.createTempFile(directory, file.getFileName() + ".", ".new");
        try {
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        syncDirectory(directory);
    }

    /** Removes a file, durably; there may be none. */
    static void delete(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
        if (Files.deleteIfExists(file)) {
            syncDirectory(directory);
        }
    }

    /** A rename itself is durable only when the directory is. */
    private static void syncDirectory(Path directory) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

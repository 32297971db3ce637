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

/**
 * Writes small files so that a power cut leaves either the old or the new content, readable by their owner alone (mode
 * 600).
 */
public final class SafeFile {

    private SafeFile() {}

    /** Replaces the content of the file. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
        Files.createDirectories(directory);
        // A unique temporary name, because nodes may share the directory; the platform makes the file for its owner
        // alone.
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

    /** Deletes a file, if it exists, durably. */
    static void delete(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
        if (Files.deleteIfExists(file)) {
            syncDirectory(directory);
        }
    }

    /** A rename is durable only after the directory is synced. */
    private static void syncDirectory(Path directory) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

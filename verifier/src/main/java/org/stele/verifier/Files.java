package org.stele.verifier;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads the auditor's files, with a limit. */
final class Files {

    private Files() {}

    static byte[] read(Path file, int maxBytes) throws IOException {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IllegalArgumentException(file + " has more than " + maxBytes + " bytes");
            }
            return bytes;
        }
    }

    /** The same, for a file of a required kind. */
    static byte[] read(Path file, int maxBytes, FileKind kind) throws IOException {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            kind.require(file, bytes);
            if (bytes.length > maxBytes) {
                throw new IllegalArgumentException(file + " has more than " + maxBytes + " bytes");
            }
            return bytes;
        }
    }

    /** The bundle in a file or in a pipe. */
    static InputStream openBundle(Path file) throws IOException {
        InputStream in = open(file);
        in.mark(FileKind.HEAD_BYTES);
        try {
            FileKind.BUNDLE.require(file, in.readNBytes(FileKind.HEAD_BYTES));
        } catch (IOException | WrongUse e) {
            in.close();
            throw e;
        }
        in.reset();
        return in;
    }

    /** Reads sequentially without seeking, so that a pipe works too. */
    private static InputStream open(Path file) throws IOException {
        if (java.nio.file.Files.isDirectory(file)) {
            throw new WrongUse("Expected a file, and " + file + " is a directory. Name the file in it.");
        }
        if (!java.nio.file.Files.exists(file)) {
            throw new FileNotFoundException(
                    "Expected a file, and there is no " + file + ". Look at its name and folder");
        }
        if (!java.nio.file.Files.isReadable(file)) {
            throw new IOException("Expected a file that you may read, and you may not read " + file
                    + ". Ask for the permission, or copy it");
        }
        return new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16);
    }
}

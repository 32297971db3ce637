package org.stele.verifier;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files of the auditor's, with a limit. */
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

    static InputStream open(Path file) throws IOException {
        try {
            return new BufferedInputStream(java.nio.file.Files.newInputStream(file), 1 << 16);
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException("There is no file " + file);
        }
    }
}

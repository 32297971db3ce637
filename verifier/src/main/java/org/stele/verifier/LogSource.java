package org.stele.verifier;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A LogSource gives the files of a log: checkpoint, tiles and entries. */
@FunctionalInterface
interface LogSource {

    /** The bytes at a path below the log's root; empty if there are none. */
    Optional<byte[]> find(String path, int maxBytes) throws IOException;

    /** The log at an address, or mirrored in a directory. */
    static LogSource of(String place) {
        if (place.matches("(?i)https?:.*")) {
            return new ServedLog(place.replaceAll("/+$", ""));
        }
        if (place.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            throw new WrongUse("Expected an address that begins with http:// or https://, or a directory, got " + place
                    + ". Name one of them.");
        }
        return mirrored(Path.of(place));
    }

    private static LogSource mirrored(Path directory) {
        if (java.nio.file.Files.isRegularFile(directory)) {
            throw new WrongUse(
                    "Expected the address of a log, or a directory with what is below it, and " + directory
                            + " is a file. Name the directory, or check the file with: stele-verify bundle, proof or checkpoint.");
        }
        return (path, maxBytes) -> {
            try {
                return Optional.of(Files.read(directory.resolve(path), maxBytes));
            } catch (FileNotFoundException e) {
                return Optional.empty();
            }
        };
    }
}

package org.stele.eventstore.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A FindingsFile is the open findings of the background audit, one line each, in a file outside the database: a node
 * that is restarted over a damaged ledger knows them before it has read the ledger again. The file is only an
 * optimisation.
 */
public record FindingsFile(Path path) {

    private static final long MAX_BYTES = 1 << 20;

    public List<String> read() throws IOException {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new IOException(
                        "Expected findings of the audit in at most %s bytes, and %s is larger. Remove it: the audit reads everything anew."
                                .formatted(Long.toString(MAX_BYTES), path));
            }
            return Files.readAllLines(path, UTF_8);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    public void write(List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            Files.deleteIfExists(path);
            return;
        }
        SafeFile.write(path, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }
}

package org.stele.eventstore.home;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Optional;
import org.stele.eventstore.home.Pins.AcceptedRoot;

/** An AcceptedRootFile is the file in which an operator's word waits for the next start, which deletes it. */
public record AcceptedRootFile(Path path) {

    private static final int MAX_BYTES = 256;

    public Optional<AcceptedRoot> read() throws IOException {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new IllegalArgumentException("it is too large");
            }
            return Optional.of(AcceptedRoot.parse(Files.readString(path, US_ASCII)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(
                    "%s names no root: %s. Remove it, and repeat `stele accept-root`.".formatted(path, e.getMessage()),
                    e);
        }
    }

    public void write(AcceptedRoot root) throws IOException {
        SafeFile.write(path, root.line().getBytes(US_ASCII));
    }

    public void delete() throws IOException {
        SafeFile.delete(path);
    }
}

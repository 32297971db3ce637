package org.stele.eventstore.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.ledger.note.SignedNote;

/**
 * A PinnedCheckpoint is the file in which the last signed checkpoint is kept outside the database: every database that
 * serves this ledger must extend it. Not safe for several threads.
 */
public record PinnedCheckpoint(Path path) {

    /** The pinned checkpoint; empty before the first. An unreadable file is an error, never an empty one. */
    public Optional<SignedCheckpoint> read() throws IOException {
        byte[] bytes;
        try {
            if (Files.size(path) > SignedNote.MAX_BYTES) {
                throw new IOException("%s is no checkpoint: it is too large".formatted(path));
            }
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedCheckpoint.parse(bytes));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "%s is no checkpoint: %s. It is what the database is held against: restore it from a backup."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    /** Replaces the pinned checkpoint, durably. A smaller one is refused. */
    public void write(SignedCheckpoint checkpoint) throws IOException {
        Optional<SignedCheckpoint> before = read();
        if (before.isPresent() && before.get().size() > checkpoint.size()) {
            throw new IOException("%s keeps the checkpoint of size %s, which one of size %s must not replace"
                    .formatted(path, before.get().size(), checkpoint.size()));
        }
        SafeFile.write(path, checkpoint.encode());
    }
}

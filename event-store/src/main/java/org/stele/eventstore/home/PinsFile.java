package org.stele.eventstore.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.stele.ledger.note.SignedNote;

/** A PinsFile is the file in which pins are kept outside the database. Several nodes of one ledger may share it. */
public record PinsFile(Path path) {

    /** The kept pins; empty before the first start. An unreadable file is an error, never an empty one. */
    public Optional<SignedPins> read() throws IOException {
        byte[] bytes;
        try {
            if (Files.size(path) > SignedNote.MAX_BYTES) {
                throw new IOException("%s holds no pins: it is too large".formatted(path));
            }
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedPins.parse(bytes));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "%s holds no pins: %s. It is what the database is held against: restore it from a backup, or copy it from another node."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    /** Keeps the larger pins, durably; a pin never decreases. */
    public void write(Pins pins, SigningKeys keys) throws IOException {
        Optional<SignedPins> before = read();
        Pins after = before.isPresent() ? pins.furthest(before.get().pins()) : pins;
        if (before.isEmpty() || after.isAheadOf(before.get().pins())) {
            SafeFile.write(path, keys.sign(after).encode());
        }
    }
}

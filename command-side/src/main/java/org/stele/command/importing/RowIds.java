package org.stele.command.importing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.stele.command.entry.CommandContext;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.Sha256Digest;

/**
 * The ids under which the rows of one file are entered. They follow from the file's bytes, so that the same file orders
 * the same commands whenever it is sent, and by whichever registrar.
 */
record RowIds(Actor actor, LocalDate today, Sha256Digest file) {

    CommandContext entry(long row, int step) {
        return new CommandContext(actor, new CommandId(UUID.nameUUIDFromBytes(name(row, step))), today);
    }

    /** The digest of the content of a request: the file is its content, the row and the step say what of it. */
    Sha256Digest requestSha256(long row, int step) {
        return Sha256Digest.of(name(row, step));
    }

    private byte[] name(long row, int step) {
        return "%s\n%s\n%s".formatted(file.hex(), row, step).getBytes(StandardCharsets.UTF_8);
    }
}

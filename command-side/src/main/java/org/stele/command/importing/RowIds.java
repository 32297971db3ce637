package org.stele.command.importing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.stele.command.entry.CommandContext;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.Sha256Digest;

/**
 * The command ids for the rows of one file. They are derived from the file's bytes, so that the same file gives the
 * same commands whenever it is sent, and by whichever registrar.
 */
record RowIds(Actor actor, LocalDate today, Sha256Digest file) {

    CommandContext entry(long row, int step) {
        return new CommandContext(actor, new CommandId(UUID.nameUUIDFromBytes(name(row, step))), today);
    }

    /** The digest of a request's content: the file is the content; row and step identify the part. */
    Sha256Digest requestSha256(long row, int step) {
        return Sha256Digest.of(name(row, step));
    }

    private byte[] name(long row, int step) {
        return "%s\n%s\n%s".formatted(file.hex(), row, step).getBytes(StandardCharsets.UTF_8);
    }
}

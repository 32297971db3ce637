package org.stele.command.importing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.Sha256Digest;
import org.stele.keys.KeyedIds;

/**
 * The command ids for the rows of one file. They follow from the file's bytes and a key, so that the same file gives the same
 * commands whenever it is sent, and by whichever registrar, and nobody without the key can tell from an id what a file said.
 *
 * @param keyed null for a file that an older program entered, whose ids followed from its bytes alone
 */
record RowIds(
        Actor actor,
        LocalDate today,
        Sha256Digest file,
        @Nullable KeyedIds keyed) {

    CommandContext entry(long row, int step) {
        byte[] name = name(row, step);
        UUID id = keyed == null ? UUID.nameUUIDFromBytes(name) : keyed.id(name);
        return new CommandContext(actor, new CommandId(id), today);
    }

    /** The digest of a request's content: the file is the content; row and step identify the part. */
    Sha256Digest requestSha256(long row, int step) {
        return Sha256Digest.of(name(row, step));
    }

    private byte[] name(long row, int step) {
        return "%s\n%s\n%s".formatted(file.hex(), row, step).getBytes(StandardCharsets.UTF_8);
    }
}

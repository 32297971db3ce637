package org.stele.command.screening.loadlistversion;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ListRecord;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;

/**
 * The registrar loads a version of the list. Its id follows from its bytes: the same bytes are loaded once.
 *
 * @param source where the bytes came from
 */
@Command(namespace = "screening", name = "LoadListVersion")
public record LoadListVersion(
        CommandContext entry, @TargetEntityId String list, String source, ConsolidatedList version)
        implements LedgerCommand {

    /** The command of an actor who loads a version of the list that the Council publishes. */
    public static LoadListVersion of(Actor actor, String source, ConsolidatedList version, LocalDate today) {
        return new LoadListVersion(entry(actor, version.sha256(), today), ListRecord.LIST, source, version);
    }

    /** The context in which an actor loads these bytes. */
    static CommandContext entry(Actor actor, Sha256Digest sha256, LocalDate today) {
        byte[] name = ("list version\n" + sha256.hex()).getBytes(StandardCharsets.UTF_8);
        return new CommandContext(actor, new CommandId(UUID.nameUUIDFromBytes(name)), today);
    }

    @Override
    public FilingId filing() {
        return entry.created();
    }
}

package org.stele.command.custody.readsealeddata;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/**
 * Somebody asks for what is sealed in one event.
 *
 * @param person which of the persons that a notice refers to, from 1; null for what a claim or a verdict seals
 */
@Command(namespace = "custody", name = "ReadSealedData")
public record ReadSealedData(
        CommandContext entry, long position, @Nullable Integer person, String reason) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}

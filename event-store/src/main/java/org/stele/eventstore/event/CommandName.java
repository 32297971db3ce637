package org.stele.eventstore.event;

import java.util.UUID;

/** A CommandName is what is unique about a command. */
public record CommandName(String scope, UUID commandId) {

    public static CommandName of(CommandKey key) {
        return new CommandName(key.scope(), key.commandId());
    }
}

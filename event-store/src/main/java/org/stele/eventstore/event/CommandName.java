package org.stele.eventstore.event;

import java.util.UUID;

/** A CommandName is the unique part of a command's key. */
public record CommandName(String scope, UUID commandId) {

    public static CommandName of(CommandKey key) {
        return new CommandName(key.scope(), key.commandId());
    }
}

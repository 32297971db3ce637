package org.stele.eventstore;

import java.util.UUID;

/** A CommandName is what is unique about a command. */
record CommandName(String scope, UUID commandId) {

    static CommandName of(CommandKey key) {
        return new CommandName(key.scope(), key.commandId());
    }
}

package org.stele.command.http;

import org.stele.command.entry.CommandContext;

/**
 * A request for a command, apart from its body.
 *
 * @param address method and path: what the same body would mean something else at
 */
public record CommandRequest(CommandContext entry, String address) {}

package org.stele.command.http;

import org.stele.command.entry.CommandContext;

/**
 * A request for a command, apart from its body.
 *
 * @param address method and path: the same body means something else at another address
 */
public record CommandRequest(CommandContext entry, String address) {}

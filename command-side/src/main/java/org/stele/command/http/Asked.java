package org.stele.command.http;

import org.stele.command.entry.Entry;

/**
 * A request for a command, apart from its body.
 *
 * @param address method and path: what the same body would mean something else at
 */
public record Asked(Entry entry, String address) {}

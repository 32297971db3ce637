package org.stele.command.rules;

import org.stele.command.entry.CommandContext;
import org.stele.events.FilingId;
import org.stele.events.MemberState;

/** Tells whether a State has a discrepancy today that who asks sees. */
@FunctionalInterface
public interface SeenDiscrepancies {

    boolean has(MemberState memberState, FilingId discrepancy, CommandContext entry);
}

package org.stele.command.entry;

import org.stele.events.FilingId;

/** An order to put something on record. */
public interface LedgerCommand {

    CommandContext entry();

    /** What the command puts on record or acts on. */
    FilingId filing();
}

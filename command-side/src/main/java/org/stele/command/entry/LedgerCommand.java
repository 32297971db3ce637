package org.stele.command.entry;

import org.stele.events.FilingId;

/** A command that records something. */
public interface LedgerCommand {

    CommandContext entry();

    /** The id of the record that the command creates or changes. */
    FilingId filing();
}

package org.stele.command.entry;

import java.util.List;
import org.stele.events.FilingId;

/** A command that records something. */
public interface LedgerCommand {

    CommandContext entry();

    /** The id of the record that the command creates or changes. */
    FilingId filing();

    /** The ids of the records of its events, in their order, where a command creates several. */
    default List<FilingId> filings() {
        return List.of(filing());
    }
}

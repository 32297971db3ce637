package org.stele.command.importing;

import java.util.List;
import java.util.function.IntFunction;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.MemberState;

/** One row without errors. */
sealed interface ImportRow permits FilingRow, ClaimRow, EvidenceRow, NoticeRow, BaselineRow, ArrivalRow {

    long row();

    /** The State; rows of one State are entered in the order of the file. */
    MemberState memberState();

    /**
     * The row's commands, in order.
     *
     * @param entryOfStep the context of each command, under the id of that step, counted from 1
     */
    List<LedgerCommand> commands(IntFunction<CommandContext> entryOfStep);
}

package org.stele.command.importing;

import java.util.List;
import java.util.function.IntFunction;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.MemberState;

/** One row in which nothing is wrong. */
sealed interface ImportRow permits FilingRow, ClaimRow, EvidenceRow {

    long row();

    /** Rows of one State are entered in the order of the file. */
    MemberState memberState();

    /**
     * What the row orders, in that order.
     *
     * @param entryOfStep who enters each of them, under the id of that step, counted from 1
     */
    List<LedgerCommand> commands(IntFunction<CommandContext> entryOfStep);
}

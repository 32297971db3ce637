package org.stele.command.importing;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.repatriation.declarebaseline.DeclareBaseline;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;

/** A declaration of how many workers there were. */
record BaselineRow(
        long row,
        MemberState memberState,
        Baseline baseline,
        PartialDate on,
        PartialDate received,
        @Nullable SourceReference source)
        implements ImportRow {

    static @Nullable BaselineRow of(Cells cells) {
        MemberState state = cells.memberState();
        PersonsCount count = cells.count("count");
        BaselineBasis basis = cells.code("basis", BaselineBasis.class);
        if (cells.isBlank("count") && cells.isBlank("basis")) {
            cells.add("count", "Expected a number, or the basis of one that was kept back.", null);
        }
        PartialDate on = cells.requiredDate("on");
        PartialDate received = cells.days("received_from", "received_to");
        SourceReference source = cells.summarizedSource();
        return state == null || on == null || received == null || cells.isFaulty()
                ? null
                : new BaselineRow(cells.row(), state, new Baseline(count, basis), on, received, source);
    }

    @Override
    public List<LedgerCommand> commands(IntFunction<CommandContext> entryOfStep) {
        return List.of(new DeclareBaseline(
                entryOfStep.apply(1), memberState, PersonsCategory.WORKER, baseline, on, received, source));
    }
}

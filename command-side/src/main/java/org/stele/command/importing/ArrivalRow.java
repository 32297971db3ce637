package org.stele.command.importing;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.repatriation.recordarrival.RecordArrival;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;

/** An arrival of persons. */
record ArrivalRow(
        long row,
        MemberState memberState,
        PersonsCategory category,
        PersonsCount count,
        PartialDate arrived,
        PartialDate received,
        @Nullable SourceReference source)
        implements ImportRow {

    static @Nullable ArrivalRow of(Cells cells) {
        MemberState state = cells.memberState();
        PersonsCategory category = cells.requiredCode("category", PersonsCategory.class);
        PersonsCount count = cells.requiredCount("count");
        PartialDate arrived = cells.requiredDate("arrived");
        PartialDate received = cells.days("received_from", "received_to");
        SourceReference source = cells.summarizedSource();
        return state == null
                        || category == null
                        || count == null
                        || arrived == null
                        || received == null
                        || cells.isFaulty()
                ? null
                : new ArrivalRow(cells.row(), state, category, count, arrived, received, source);
    }

    @Override
    public List<LedgerCommand> commands(IntFunction<CommandContext> entryOfStep) {
        return List.of(
                new RecordArrival(entryOfStep.apply(1), memberState, category, count, arrived, received, source));
    }
}

package org.stele.command.importing;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.repatriation.NoticeRules;
import org.stele.command.repatriation.recordrepatriationnotice.RecordRepatriationNotice;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.events.repatriation.NoticeContent;

/** A notice that persons left, by their number. */
record NoticeRow(
        long row,
        MemberState memberState,
        NoticeContent content,
        PartialDate received,
        @Nullable SourceReference source)
        implements ImportRow {

    static @Nullable NoticeRow of(Cells cells) {
        MemberState state = cells.memberState();
        NoticeContent content = content(cells);
        PartialDate received = cells.days("received_from", "received_to");
        SourceReference source = cells.summarizedSource();
        return state == null || content == null || received == null || cells.isFaulty()
                ? null
                : new NoticeRow(cells.row(), state, content, received, source);
    }

    private static @Nullable NoticeContent content(Cells cells) {
        PersonsCategory category = cells.requiredCode("category", PersonsCategory.class);
        PersonsCount count = cells.requiredCount("count");
        PartialDate departed = cells.requiredDate("departed");
        String destination = cells.required("destination", NoticeRules::findDestination, NoticeRules.DESTINATION);
        Mode mode = cells.code("mode", Mode.class);
        NoticeBasis basis = cells.code("basis", NoticeBasis.class);
        String visa = cells.shortCode("visa");
        String sector = cells.shortCode("sector");
        return category == null || count == null || departed == null || destination == null
                ? null
                : NoticeRules.content(
                        category,
                        count,
                        List.of(),
                        departed,
                        destination,
                        mode == null ? Mode.NOT_STATED : mode,
                        basis,
                        visa,
                        sector);
    }

    @Override
    public List<LedgerCommand> commands(IntFunction<CommandContext> entryOfStep) {
        return List.of(new RecordRepatriationNotice(entryOfStep.apply(1), memberState, content, received, source));
    }
}

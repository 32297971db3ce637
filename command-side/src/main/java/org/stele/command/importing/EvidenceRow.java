package org.stele.command.importing;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.evidence.recordevidence.RecordEvidence;
import org.stele.command.rules.FreeText;
import org.stele.command.rules.ReportTime;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;

/** A statement about persons in a State. The registrar enters it and acts for no monitoring body. */
record EvidenceRow(
        long row,
        MemberState memberState,
        EvidenceKind kind,
        PartialDate asOf,
        PartialDate received,
        @Nullable PersonsCount figure,
        @Nullable EvidenceMeasure measure,
        boolean contests,
        String statement,
        @Nullable SourceReference source,
        boolean confidential)
        implements ImportRow {

    static @Nullable EvidenceRow of(Cells cells) {
        MemberState state = cells.memberState();
        EvidenceKind kind = cells.requiredCode("kind", EvidenceKind.class);
        PartialDate asOf = cells.days("as_of_from", "as_of_to");
        PartialDate received = cells.days("received_from", "received_to");
        PersonsCount figure = cells.count("figure");
        EvidenceMeasure measure = cells.code("measure", EvidenceMeasure.class);
        boolean contests = cells.flag("contests");
        String statement = cells.requiredText("statement", FreeText.MAX_STATEMENT);
        SourceReference source = cells.source(null);
        boolean confidential = cells.flagOrFalse("confidential");
        return state == null
                        || kind == null
                        || asOf == null
                        || received == null
                        || statement == null
                        || !isReportOfItsTime(cells, kind, received)
                        || cells.isFaulty()
                ? null
                : new EvidenceRow(
                        cells.row(),
                        state,
                        kind,
                        asOf,
                        received,
                        figure,
                        measure,
                        contests,
                        statement,
                        source,
                        confidential);
    }

    /** The rule of the command, so that a file is refused as a whole. */
    private static boolean isReportOfItsTime(Cells cells, EvidenceKind kind, PartialDate received) {
        String column = kind == EvidenceKind.MSMT_REPORT ? "received_to" : "received_from";
        return cells.check(column, () -> ReportTime.require(kind, column, received));
    }

    @Override
    public List<LedgerCommand> commands(IntFunction<CommandContext> entryOfStep) {
        return List.of(new RecordEvidence(
                entryOfStep.apply(1),
                memberState,
                null,
                kind,
                asOf,
                received,
                figure,
                contests,
                statement,
                source,
                measure,
                confidential));
    }
}

package org.stele.command.screening.recordscreeningresult;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.screening.ScreeningIds;
import org.stele.events.FilingId;

/**
 * A State records one answer of a screener about several subjects.
 *
 * @param results one at least; the id in the context of each only gives a screening that begins its own
 */
@Command(namespace = "screening", name = "RecordScreeningResults")
public record RecordScreeningResults(CommandContext entry, List<RecordScreeningResult> results)
        implements LedgerCommand {

    public RecordScreeningResults {
        results = List.copyOf(results);
    }

    @TargetEntityId
    public ScreeningIds screenings() {
        return new ScreeningIds(filings());
    }

    @Override
    public FilingId filing() {
        return results.getFirst().filing();
    }

    @Override
    public List<FilingId> filings() {
        return results.stream().map(RecordScreeningResult::filing).toList();
    }
}

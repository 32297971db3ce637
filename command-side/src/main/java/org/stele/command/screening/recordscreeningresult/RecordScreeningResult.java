package org.stele.command.screening.recordscreeningresult;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Question;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

/**
 * A State records what a screener found about one subject.
 *
 * @param listVersion digest of the version that was searched; null where nobody stated it
 * @param candidates all that the screener returned, hits or not
 */
@Command(namespace = "screening", name = "RecordScreeningResult")
public record RecordScreeningResult(
        CommandContext entry,
        SubjectRef subject,
        SubjectKind subjectKind,
        Question question,
        Trigger trigger,
        Screener screener,
        @Nullable Sha256Digest listVersion,
        ScreenerSettings settings,
        List<Candidate> candidates)
        implements LedgerCommand {

    public RecordScreeningResult {
        candidates = List.copyOf(candidates);
    }

    @Override
    public FilingId filing() {
        return entry.created();
    }
}

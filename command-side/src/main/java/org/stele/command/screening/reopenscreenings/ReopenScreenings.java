package org.stele.command.screening.reopenscreenings;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.screening.ScreeningIds;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ReopeningCause;

/**
 * The program finds that confirmed verdicts lost their basis by one change. Nobody asks for it: no endpoint takes it.
 *
 * @param listVersion the version that removed or amended entries; null where the subject changed
 * @param lost one at least, each of another screening
 */
@Command(namespace = "screening", name = "ReopenScreenings")
public record ReopenScreenings(
        CommandContext entry,
        ReopeningCause cause,
        @Nullable Sha256Digest listVersion,
        List<LostVerdict> lost) implements LedgerCommand {

    /** The most in one command: other commands wait while one is recorded. */
    public static final int MAX_VERDICTS = 500;

    /**
     * A verdict that lost its basis.
     *
     * @param confirmation which of the screening's confirmations it is, from 1: a later one stands on its own
     * @param entries those among the candidates that were removed or amended; empty where the subject changed
     */
    public record LostVerdict(FilingId screening, int confirmation, List<String> entries, String reason) {

        public LostVerdict {
            entries = List.copyOf(entries);
        }
    }

    public ReopenScreenings {
        lost = List.copyOf(lost);
        if (lost.isEmpty() || lost.size() > MAX_VERDICTS) {
            throw new IllegalArgumentException(
                    "Expected 1 to %s verdicts, got %s".formatted(MAX_VERDICTS, lost.size()));
        }
    }

    @TargetEntityId
    public ScreeningIds screenings() {
        return new ScreeningIds(lost.stream().map(LostVerdict::screening).toList());
    }

    @Override
    public FilingId filing() {
        return lost.getFirst().screening();
    }
}

package org.stele.command.screening.recordscreeningresult;

import java.math.BigDecimal;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.Codes;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningEvent;
import org.stele.events.screening.ScreeningHitsRecorded;

/** Records a screener's result: hits where a candidate reaches the threshold, and no hit otherwise. */
final class RecordScreeningResultHandler {

    static final int MAX_CANDIDATES = 100;
    static final int MAX_FEATURES = 50;

    @CommandHandler
    void handle(RecordScreeningResult command, EventAppender events) {
        events.append(decide(command));
    }

    static ScreeningEvent decide(RecordScreeningResult command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SCREENING_ANALYST);
        requireNamed(command.settings());
        requireBounded(command.candidates());
        MemberState state = entry.stateOfFiling(null);
        return hasHit(command) ? hits(state, command) : cleared(state, command);
    }

    private static void requireNamed(ScreenerSettings settings) {
        if (settings.algorithm() != null) {
            Codes.require("algorithm", settings.algorithm());
        }
        if (settings.version() != null) {
            Codes.require("algorithmVersion", settings.version());
        }
    }

    private static void requireBounded(List<Candidate> candidates) {
        if (candidates.size() > MAX_CANDIDATES) {
            throw Rejected.malformed(
                    "candidates",
                    "Expected at most %s candidates, got %s. Raise the cutoff."
                            .formatted(MAX_CANDIDATES, candidates.size()));
        }
        for (int index = 0; index < candidates.size(); index++) {
            String field = "candidates[%s].".formatted(index);
            Candidate candidate = candidates.get(index);
            Codes.require(field + "entryReference", candidate.entry());
            if (candidate.features().size() > MAX_FEATURES) {
                throw Rejected.malformed(field + "features", "Expected at most %s features.".formatted(MAX_FEATURES));
            }
            candidate.features().keySet().forEach(name -> Codes.require(field + "features", name));
        }
    }

    private static boolean hasHit(RecordScreeningResult command) {
        BigDecimal threshold = command.settings().threshold();
        return command.candidates().stream()
                .anyMatch(candidate -> threshold == null || candidate.score().compareTo(threshold) >= 0);
    }

    private static ScreeningHitsRecorded hits(MemberState state, RecordScreeningResult command) {
        return new ScreeningHitsRecorded(
                state,
                command.filing(),
                command.subject(),
                command.subjectKind(),
                command.question(),
                command.trigger(),
                command.screener(),
                command.listVersion(),
                command.settings(),
                command.candidates(),
                List.of());
    }

    private static ScreeningClearedWithoutHit cleared(MemberState state, RecordScreeningResult command) {
        return new ScreeningClearedWithoutHit(
                state,
                command.filing(),
                command.subject(),
                command.subjectKind(),
                command.question(),
                command.trigger(),
                command.screener(),
                command.listVersion(),
                command.settings(),
                command.candidates(),
                List.of());
    }
}

package org.stele.eventstore.append;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.CommandName;

/** Deciding puts submissions into a batch, with what its tip does not know looked up. */
final class ConditionChecker {

    private ConditionChecker() {}

    /** Decides on submissions in their order, after all that were put into the batch before. */
    static void prepare(Batch batch, List<Submission> submissions, Lookups lookups) throws SQLException {
        batch.tip().tail().trim();
        loadStates(batch.tip(), submissions, lookups);
        Set<Integer> older = older(batch.tip(), submissions, lookups);
        for (int i = 0; i < submissions.size(); i++) {
            Submission submission = submissions.get(i);
            boolean conflicts = older.contains(i) || batch.conflicts(submission);
            if (conflicts) {
                recognize(submission, batch.tip(), lookups);
            }
            batch.add(submission, conflicts);
        }
    }

    /** What forbids a command may be its own events: then it is a repetition. One that nothing forbids finds its key taken. */
    private static void recognize(Submission submission, WriterState tip, Lookups lookups) throws SQLException {
        CommandKey key = submission.command();
        if (key != null && tip.receipt(CommandName.of(key)) == null) {
            lookups.receipts(List.of(CommandName.of(key))).forEach(tip::rememberReceipt);
        }
    }

    /** Looks up whether commands were recorded before the tip was loaded. */
    static void recognize(List<Submission> submissions, WriterState tip, Lookups lookups) throws SQLException {
        List<CommandName> names = submissions.stream()
                .map(Submission::command)
                .filter(Objects::nonNull)
                .map(CommandName::of)
                .distinct()
                .toList();
        lookups.receipts(names).forEach(tip::rememberReceipt);
    }

    private static void loadStates(WriterState tip, List<Submission> submissions, Lookups lookups) throws SQLException {
        List<String> unknown = submissions.stream()
                .flatMap(submission -> submission.events().stream())
                .map(EncodedEvent::state)
                .filter(state -> state != null && !tip.knowsState(state))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(state -> tip.rememberState(state, WriterState.StateHead.NONE));
            lookups.stateHeads(unknown).forEach(tip::rememberState);
        }
    }

    private static Set<Integer> older(WriterState tip, List<Submission> submissions, Lookups lookups)
            throws SQLException {
        long start = tip.tail().start();
        boolean reachesBack =
                submissions.stream().anyMatch(submission -> submission.isConditional() && submission.after() < start);
        return reachesBack ? lookups.olderConflicts(submissions, start) : Set.of();
    }
}

package org.stele.eventstore.append;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.CommandName;

/** A ConditionChecker adds submissions to a batch; it looks up what the batch's writer state does not know. */
final class ConditionChecker {

    private ConditionChecker() {}

    /** Checks submissions in order, after all that are in the batch already. */
    static void prepare(Batch batch, List<Submission> submissions, Lookups lookups) throws SQLException {
        batch.writerState().recentEvents().trim();
        loadStates(batch.writerState(), submissions, lookups);
        Set<Integer> older = older(batch.writerState(), submissions, lookups);
        for (int i = 0; i < submissions.size(); i++) {
            Submission submission = submissions.get(i);
            boolean conflicts = older.contains(i) || batch.conflicts(submission);
            if (conflicts) {
                recognize(submission, batch.writerState(), lookups);
            }
            batch.add(submission, conflicts);
        }
    }

    /**
     * The conflicting event may be the command's own: then it is a repetition. Without a conflict the command key
     * itself shows a repetition.
     */
    private static void recognize(Submission submission, WriterState writerState, Lookups lookups) throws SQLException {
        CommandKey key = submission.command();
        if (key != null && writerState.receipt(CommandName.of(key)) == null) {
            lookups.receipts(List.of(CommandName.of(key))).forEach(writerState::rememberReceipt);
        }
    }

    /** Looks up which commands were recorded before the writer state was loaded. */
    static void recognize(List<Submission> submissions, WriterState writerState, Lookups lookups) throws SQLException {
        List<CommandName> names = submissions.stream()
                .map(Submission::command)
                .filter(Objects::nonNull)
                .map(CommandName::of)
                .distinct()
                .toList();
        lookups.receipts(names).forEach(writerState::rememberReceipt);
    }

    private static void loadStates(WriterState writerState, List<Submission> submissions, Lookups lookups)
            throws SQLException {
        List<String> unknown = submissions.stream()
                .flatMap(submission -> submission.events().stream())
                .map(EncodedEvent::state)
                .filter(state -> state != null && !writerState.knowsState(state))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(state -> writerState.rememberState(state, WriterState.StateHead.NONE));
            lookups.stateHeads(unknown).forEach(writerState::rememberState);
        }
    }

    private static Set<Integer> older(WriterState writerState, List<Submission> submissions, Lookups lookups)
            throws SQLException {
        long start = writerState.recentEvents().start();
        boolean reachesBack =
                submissions.stream().anyMatch(submission -> submission.isConditional() && submission.after() < start);
        return reachesBack ? lookups.olderConflicts(submissions, start) : Set.of();
    }
}

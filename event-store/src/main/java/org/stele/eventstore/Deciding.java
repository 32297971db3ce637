package org.stele.eventstore;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stele.eventstore.Receipts.CommandName;

/** Deciding puts submissions into a batch, with what its tip does not know looked up. */
final class Deciding {

    private Deciding() {}

    /** On a tip that was just loaded: whether a command was recorded before is looked up too. */
    static void decide(Batch batch, List<Submission> submissions, Lookups lookups) throws SQLException {
        List<CommandName> names = submissions.stream()
                .map(Submission::command)
                .filter(Objects::nonNull)
                .map(CommandName::of)
                .distinct()
                .toList();
        lookups.receipts(names).forEach(batch.tip()::rememberReceipt);
        decideNewCommands(batch, submissions, lookups);
    }

    /** A command that was recorded before the tip was loaded is taken for a new one; the database will refuse its key. */
    static void decideNewCommands(Batch batch, List<Submission> submissions, Lookups lookups) throws SQLException {
        batch.tip().tail().trim();
        loadStates(batch.tip(), submissions, lookups);
        Set<Integer> older = older(batch.tip(), submissions, lookups);
        for (int i = 0; i < submissions.size(); i++) {
            batch.add(submissions.get(i), older.contains(i));
        }
    }

    private static void loadStates(Tip tip, List<Submission> submissions, Lookups lookups) throws SQLException {
        List<String> unknown = submissions.stream()
                .flatMap(submission -> submission.events().stream())
                .map(EncodedEvent::state)
                .filter(state -> state != null && !tip.knowsState(state))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(state -> tip.rememberState(state, Tip.StateHead.NONE));
            lookups.stateHeads(unknown).forEach(tip::rememberState);
        }
    }

    private static Set<Integer> older(Tip tip, List<Submission> submissions, Lookups lookups) throws SQLException {
        long start = tip.tail().start();
        boolean reachesBack =
                submissions.stream().anyMatch(submission -> submission.isConditional() && submission.after() < start);
        return reachesBack ? lookups.olderConflicts(submissions, start) : Set.of();
    }
}

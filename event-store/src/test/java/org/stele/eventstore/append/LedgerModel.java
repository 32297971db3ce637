package org.stele.eventstore.append;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.CommandName;
import org.stele.eventstore.event.Selection;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** A LedgerModel is an obviously correct ledger: one list, read from its beginning for each question. */
final class LedgerModel {

    private LedgerModel() {}

    static boolean conflicts(List<EventRow> before, Submission submission) {
        return submission.isConditional()
                && before.stream()
                        .filter(row -> row.position() > submission.after())
                        .anyMatch(row -> selects(submission.selection(), row.event()));
    }

    private static boolean selects(Selection selection, EncodedEvent event) {
        return selection.clauses().isEmpty()
                || selection.clauses().stream()
                        .anyMatch(clause -> event.tags().containsAll(clause.tags())
                                && (clause.types().isEmpty() || clause.types().contains(event.type())));
    }

    /** What is wrong with a history, given whose events its events are; empty if every decision in it was right. */
    static List<String> wrongs(List<EventRow> rows, Map<UUID, Submission> submissions) {
        List<String> wrongs = new ArrayList<>();
        Set<UUID> events = new HashSet<>();
        Set<CommandName> commands = new HashSet<>();
        for (int i = 0; i < rows.size(); ) {
            Submission submission =
                    Objects.requireNonNull(submissions.get(rows.get(i).event().id()));
            List<EventRow> before = rows.subList(0, i);
            for (EncodedEvent event : submission.events()) {
                boolean there = i < rows.size() && rows.get(i).event() == event && events.add(event.id());
                check(there, "an event is torn off or doubled at " + (i + 1), wrongs);
                i++;
            }
            CommandKey key = submission.command();
            check(key == null || commands.add(CommandName.of(key)), "a command was recorded twice by " + i, wrongs);
            check(!conflicts(before, submission), "a condition did not hold at " + before.size(), wrongs);
        }
        checkLeaves(rows, wrongs);
        return wrongs;
    }

    private static void checkLeaves(List<EventRow> rows, List<String> wrongs) {
        Map<String, Hash> ofStates = new HashMap<>();
        Instant last = Instant.MIN;
        for (int i = 0; i < rows.size(); i++) {
            EventRow row = rows.get(i);
            Leaf leaf = Leaf.parse(row.leaf());
            check(row.position() == i + 1 && leaf.position() == i + 1, "a gap at " + row.position(), wrongs);
            check(TreeHash.leaf(row.leaf()).equals(row.leafHash()), "a leaf hash that is not the leaf's", wrongs);
            check(!row.recordedAt().isBefore(last), "an event recorded before its predecessor", wrongs);
            last = row.recordedAt();
            if (leaf.state() != null) {
                Hash previous = ofStates.put(leaf.state(), row.leafHash());
                check(Objects.equals(previous, leaf.previousInState()), "a broken State chain", wrongs);
            }
        }
    }

    private static void check(boolean right, String wrong, List<String> wrongs) {
        if (!right) {
            wrongs.add(wrong);
        }
    }
}

package org.stele.eventstore.append;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandName;
import org.stele.eventstore.event.IndexRows;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

/** A SimulatedTables is the committed rows of a {@link SimulatedStore}, with their unique keys. */
final class SimulatedTables {

    private final List<EventRow> rows = new ArrayList<>();
    private final Map<CommandName, AppendReceipt> commands = new HashMap<>();
    private final Set<UUID> eventIds = new HashSet<>();
    private final Map<String, WriterState.StateHead> stateHeads = new HashMap<>();

    List<EventRow> rows() {
        return rows;
    }

    Map<CommandName, AppendReceipt> commands() {
        return commands;
    }

    /** Replaces the history by another one of the same length, whose last event was recorded a little later. */
    void diverge() {
        EventRow last = rows.removeLast();
        Leaf leaf = Leaf.parse(last.leaf());
        Instant later = last.recordedAt().plusNanos(1_000);
        Leaf other = new Leaf(
                leaf.position(),
                leaf.id(),
                later,
                leaf.state(),
                leaf.stateSequence(),
                leaf.previousInState(),
                leaf.commitment());
        add(new EventRow(last.event(), last.position(), later, other.encode(), other.hash()));
    }

    @Nullable
    Hash leafHashAt(long position) {
        return position > 0 && position <= rows.size()
                ? rows.get((int) position - 1).leafHash()
                : null;
    }

    LastCommitted head() {
        return rows.isEmpty()
                ? LastCommitted.EMPTY
                : new LastCommitted(rows.size(), rows.get(rows.size() - 1).leafHash());
    }

    Set<Integer> conflicts(List<Submission> submissions, long upTo) {
        List<EventRow> before = rows.subList(0, (int) Math.min(upTo, rows.size()));
        Set<Integer> conflicts = new HashSet<>();
        for (int i = 0; i < submissions.size(); i++) {
            if (LedgerModel.conflicts(before, submissions.get(i))) {
                conflicts.add(i);
            }
        }
        return conflicts;
    }

    Map<String, WriterState.StateHead> heads(Collection<String> states) {
        Map<String, WriterState.StateHead> heads = new HashMap<>(stateHeads);
        heads.keySet().retainAll(states);
        return heads;
    }

    /** Inserts the rows of a batch, or none of them where a key is taken. */
    void insert(Batch batch) throws SQLException {
        for (EventRow row : batch.rows()) {
            if (eventIds.contains(row.event().id())) {
                throw uniqueViolation("event_id_once");
            }
        }
        if (batch.first().position() != rows.size() + 1) {
            throw uniqueViolation("event_position");
        }
        for (IndexRows.CommandRow row : batch.commands()) {
            if (commands.containsKey(CommandName.of(row.key()))) {
                throw uniqueViolation("command_once");
            }
        }
        batch.rows().forEach(this::add);
        for (IndexRows.CommandRow row : batch.commands()) {
            EventRow first = rows.get((int) row.firstPosition() - 1);
            commands.put(
                    CommandName.of(row.key()),
                    first.receipt(row.eventCount(), row.key().requestSha256()));
        }
    }

    private void add(EventRow row) {
        rows.add(row);
        eventIds.add(row.event().id());
        Leaf leaf = Leaf.parse(row.leaf());
        if (leaf.state() != null && leaf.stateSequence() != null) {
            stateHeads.put(leaf.state(), new WriterState.StateHead(leaf.stateSequence(), row.leafHash()));
        }
    }

    private static SQLException uniqueViolation(String constraint) {
        return new PSQLException(new ServerErrorMessage("SERROR\0C23505\0Mduplicate key\0n" + constraint + "\0\0"));
    }
}

package org.stele.eventstore.append;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandAlreadyRecorded;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.CommandName;
import org.stele.eventstore.event.IndexRows;
import org.stele.eventstore.event.IndexRun;
import org.stele.ledger.Tile;

/**
 * A Batch is what one transaction writes, and the answers to give once it is durable. Refusals wait too: they may
 * depend on an event of the same batch.
 */
public final class Batch {

    private final WriterState writerState;
    private final Instant recordedAt;
    private final LastCommitted before;
    private final Set<UUID> eventIds = new HashSet<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final List<EventRow> rows = new ArrayList<>();
    private final RunsBuilder runs = new RunsBuilder();
    private final List<Tile> tiles = new ArrayList<>();
    private final List<IndexRows.CommandRow> commands = new ArrayList<>();
    private final Map<CommandName, AppendReceipt> receipts = new HashMap<>();
    private boolean repetitions;

    /** A batch that starts after the last event of the writer state. */
    public Batch(WriterState writerState, Instant recordedAt) {
        this.writerState = writerState;
        this.recordedAt = recordedAt;
        this.before = writerState.head();
    }

    WriterState writerState() {
        return writerState;
    }

    /** Checks one submission, after all that were added before it. */
    public void add(Submission submission, boolean conflicts) {
        CommandKey key = submission.command();
        AppendReceipt receipt = key == null ? null : writerState.receipt(CommandName.of(key));
        if (key != null && receipt != null) {
            repetitions = true;
            refuse(submission, new CommandAlreadyRecorded(key, receipt));
        } else if (conflicts) {
            refuse(
                    submission,
                    AppendEventsTransactionRejectedException.conflictingEventsDetected(
                            new GlobalIndexConsistencyMarker(submission.after())));
        } else if (!submission.events().stream()
                .allMatch(event -> !writerState.recentEvents().holds(event.id()) && eventIds.add(event.id()))) {
            refuse(submission, new IllegalArgumentException("The same event was submitted twice"));
        } else {
            accept(submission);
        }
    }

    /** Whether a recent event conflicts with a submission. */
    boolean conflicts(Submission submission) {
        return submission.isConditional()
                && writerState.recentEvents().matchesAfter(submission.after(), submission.selection());
    }

    private void accept(Submission submission) {
        int eventCount = submission.events().size();
        int first = rows.size();
        for (EncodedEvent event : submission.events()) {
            EventRow row = writerState.append(event, recordedAt, tiles::add);
            rows.add(row);
            runs.add(row);
        }
        CommandKey key = submission.command();
        if (key != null) {
            AppendReceipt receipt = rows.get(first).receipt(eventCount, key.requestSha256());
            writerState.rememberReceipt(CommandName.of(key), receipt);
            receipts.put(CommandName.of(key), receipt);
            commands.add(new IndexRows.CommandRow(key, receipt.position(), eventCount));
        }
        long lastPosition = last().position();
        answers.add(() -> submission.outcome().complete(lastPosition));
    }

    private void refuse(Submission submission, RuntimeException reason) {
        submission.fail(answers, reason);
    }

    /** The answers, to be given once the rows are durable. */
    List<Runnable> answers() {
        return answers;
    }

    /** The event that precedes this batch. */
    public LastCommitted before() {
        return before;
    }

    /** Whether some command repeats one that was recorded before, and is answered with that one's receipt. */
    boolean hasRepetitions() {
        return repetitions;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** In order of position. */
    public List<EventRow> rows() {
        return rows;
    }

    /** The rows of the tag index, in the order of its key. Called once no submission is added any more. */
    public List<IndexRun> runs() {
        return runs.runs();
    }

    public List<Tile> tiles() {
        return tiles;
    }

    public List<IndexRows.CommandRow> commands() {
        return commands;
    }

    /** The receipts of this batch's commands, valid once the rows are durable. */
    Map<CommandName, AppendReceipt> receipts() {
        return receipts;
    }

    public EventRow first() {
        return rows.get(0);
    }

    public EventRow last() {
        return rows.get(rows.size() - 1);
    }
}

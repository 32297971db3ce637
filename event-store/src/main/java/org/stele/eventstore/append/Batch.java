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
import org.stele.ledger.Tile;

/**
 * A Batch is what one transaction writes, and the answers to give once it is durable. Answers wait also when they are
 * refusals: they may rest on an event of the same batch.
 */
public final class Batch {

    private final WriterState tip;
    private final Instant recordedAt;
    private final LastCommitted before;
    private final Set<UUID> eventIds = new HashSet<>();
    private final List<Runnable> answers = new ArrayList<>();
    private final List<EventRow> rows = new ArrayList<>();
    private final List<Tile> tiles = new ArrayList<>();
    private final List<IndexRows.CommandRow> commands = new ArrayList<>();
    private final Map<CommandName, AppendReceipt> receipts = new HashMap<>();
    private boolean repetitions;

    /** A batch that begins where the tip ends. */
    public Batch(WriterState tip, Instant recordedAt) {
        this.tip = tip;
        this.recordedAt = recordedAt;
        this.before = tip.head();
    }

    WriterState tip() {
        return tip;
    }

    /** Decides on one submission, after all that were added before it. */
    public void add(Submission submission, boolean conflicts) {
        CommandKey key = submission.command();
        AppendReceipt receipt = key == null ? null : tip.receipt(CommandName.of(key));
        if (key != null && receipt != null) {
            repetitions = true;
            refuse(submission, new CommandAlreadyRecorded(key, receipt));
        } else if (conflicts) {
            refuse(
                    submission,
                    AppendEventsTransactionRejectedException.conflictingEventsDetected(
                            new GlobalIndexConsistencyMarker(submission.after())));
        } else if (!submission.events().stream().allMatch(event -> eventIds.add(event.id()))) {
            refuse(submission, new IllegalArgumentException("The same event was submitted twice"));
        } else {
            accept(submission);
        }
    }

    /** Whether an event that the tip remembers forbids a submission. */
    boolean conflicts(Submission submission) {
        return submission.isConditional() && tip.tail().matchesAfter(submission.after(), submission.selection());
    }

    private void accept(Submission submission) {
        int eventCount = submission.events().size();
        int first = rows.size();
        for (EncodedEvent event : submission.events()) {
            rows.add(tip.append(event, recordedAt, tiles::add));
        }
        CommandKey key = submission.command();
        if (key != null) {
            AppendReceipt receipt = rows.get(first).receipt(eventCount, key.requestSha256());
            tip.rememberReceipt(CommandName.of(key), receipt);
            receipts.put(CommandName.of(key), receipt);
            commands.add(new IndexRows.CommandRow(key, receipt.position(), eventCount));
        }
        long lastPosition = last().position();
        answers.add(() -> submission.outcome().complete(lastPosition));
    }

    private void refuse(Submission submission, RuntimeException reason) {
        submission.fail(answers, reason);
    }

    /** The answers, to be given when the rows are durable. */
    List<Runnable> answers() {
        return answers;
    }

    /** The event that this batch follows. */
    public LastCommitted before() {
        return before;
    }

    /** Whether a command is answered by the receipt of its first time. */
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

    public List<Tile> tiles() {
        return tiles;
    }

    public List<IndexRows.CommandRow> commands() {
        return commands;
    }

    /** Of the commands of this batch, to be given out when the rows are durable. */
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

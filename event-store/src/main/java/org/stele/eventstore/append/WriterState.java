package org.stele.eventstore.append;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandName;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.Tile;
import org.stele.ledger.TreeHash;

/**
 * A WriterState is all that must be known of a ledger to write its next event. It runs ahead of the database while
 * batches are built: when one of them is not committed, the state is discarded and loaded again. Not safe for several
 * threads.
 */
public final class WriterState {

    /** Commands that are remembered, so that a repetition soon after the first needs no lookup. */
    private static final int MAX_RECEIPTS = 50_000;

    /** The last event of one State; sequence 0 stands for none. */
    public record StateHead(long sequence, @Nullable Hash leafHash) {

        static final StateHead NONE = new StateHead(0, null);
    }

    private final LastCommitted origin;
    private final Frontier frontier;
    private final RecentEvents recentEvents;
    private final Map<String, StateHead> states = new HashMap<>();
    private final Map<CommandName, AppendReceipt> receipts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandName, AppendReceipt> eldest) {
            return size() > MAX_RECEIPTS;
        }
    };
    private LastCommitted head;
    private Instant recordedAt;
    private volatile boolean invalid;

    /** The state of a ledger that ends with {@code head}. */
    public WriterState(Frontier frontier, LastCommitted head, Instant recordedAt) {
        this.origin = head;
        this.frontier = frontier;
        this.recentEvents = new RecentEvents(head.position());
        this.head = head;
        this.recordedAt = recordedAt;
    }

    public static WriterState empty() {
        return new WriterState(new Frontier(), LastCommitted.EMPTY, Instant.EPOCH);
    }

    boolean knowsState(String state) {
        return states.containsKey(state);
    }

    void rememberState(String state, StateHead stateHead) {
        states.put(state, stateHead);
    }

    @Nullable
    AppendReceipt receipt(CommandName name) {
        return receipts.get(name);
    }

    void rememberReceipt(CommandName name, AppendReceipt receipt) {
        receipts.put(name, receipt);
    }

    /** Gives an event its position, its leaf and its place in the chain of its State. */
    EventRow append(EncodedEvent event, Instant at, Consumer<Tile> filled) {
        String state = event.state();
        StateHead previous = state == null ? null : states.get(state);
        if (state != null && previous == null) {
            throw new IllegalStateException("The last event of " + state + " was not looked up");
        }
        Leaf leaf = new Leaf(
                head.position() + 1,
                event.id(),
                at,
                state,
                previous == null ? null : Long.valueOf(previous.sequence() + 1),
                previous == null ? null : previous.leafHash(),
                event.commitment());
        byte[] bytes = leaf.encode();
        Hash leafHash = TreeHash.leaf(bytes);
        advance(leaf, leafHash, event, filled);
        return new EventRow(event, leaf.position(), at, bytes, leafHash);
    }

    private void advance(Leaf leaf, Hash leafHash, EncodedEvent event, Consumer<Tile> filled) {
        head = new LastCommitted(leaf.position(), leafHash);
        recordedAt = leaf.recordedAt();
        frontier.append(leafHash, filled);
        recentEvents.add(leaf.position(), event.id(), event.type(), event.tags());
        if (leaf.state() != null && leaf.stateSequence() != null) {
            states.put(leaf.state(), new StateHead(leaf.stateSequence(), leafHash));
        }
    }

    /** The last event at the time of loading. */
    LastCommitted origin() {
        return origin;
    }

    LastCommitted head() {
        return head;
    }

    /** Of the last event; it never decreases. */
    Instant recordedAt() {
        return recordedAt;
    }

    /** Marks the state as unusable: some of its events will not be recorded. */
    void invalidate() {
        invalid = true;
    }

    boolean isInvalid() {
        return invalid;
    }

    RecentEvents recentEvents() {
        return recentEvents;
    }
}

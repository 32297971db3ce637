package org.stele.eventstore.append;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.stele.eventstore.append.postgres.PostgresErrors;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.CommandName;
import org.stele.eventstore.event.IndexRows;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;

/**
 * A SimulatedStore is a ledger's tables in memory, which several nodes write in turns. Every call may fail in any way in
 * which a database fails, before it has done what it does or after.
 */
class SimulatedStore implements Store {

    /** What becomes of one call. */
    enum Fate {
        GOOD,
        /** The connection is lost before anything is done. */
        LOST,
        /** It is done, and the connection is lost before it is heard of. */
        UNHEARD,
        /** It is done, and a standby has not confirmed it. */
        WARNED
    }

    private final Supplier<Fate> fates;
    private final Supplier<Instant> clock;
    private final List<EventRow> rows = new ArrayList<>();
    private final Map<CommandName, AppendReceipt> commands = new HashMap<>();
    private final Set<UUID> eventIds = new HashSet<>();
    private final Map<String, WriterState.StateHead> stateHeads = new HashMap<>();
    private @Nullable Session turn;
    Runnable beforeWrite = () -> {};

    SimulatedStore(Supplier<Fate> fates, Supplier<Instant> clock) {
        this.fates = fates;
        this.clock = clock;
    }

    /** What is committed. */
    List<EventRow> rows() {
        return rows;
    }

    boolean isRecorded(@Nullable CommandKey key) {
        return key != null && commands.containsKey(CommandName.of(key));
    }

    boolean isTaken() {
        return turn != null;
    }

    /** Puts another history of the same length in the database's place: its last event was recorded a little later. */
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

    @Override
    public Session openSession() throws SQLException {
        return new SimulatedSession();
    }

    @Override
    public boolean refusesData(SQLException e) {
        return PostgresErrors.isAboutData(e);
    }

    @Override
    public Lookups openLookups() throws SQLException {
        return new SimulatedLookups();
    }

    private @Nullable Hash leafHashAt(long position) {
        return position > 0 && position <= rows.size()
                ? rows.get((int) position - 1).leafHash()
                : null;
    }

    private LastCommitted head() {
        return rows.isEmpty()
                ? LastCommitted.EMPTY
                : new LastCommitted(rows.size(), rows.get(rows.size() - 1).leafHash());
    }

    /** Whether the ledger ends where the batch begins, at the batch's time. */
    boolean guard(Batch batch) {
        Instant now = clock.get();
        Instant at = batch.first().recordedAt();
        return head().equals(batch.before()) && !at.isBefore(now.minusSeconds(5)) && !at.isAfter(now.plusSeconds(1));
    }

    /** Whether a batch is found when its outcome is read back. */
    boolean readBack(Batch batch) {
        return Objects.equals(
                leafHashAt(batch.first().position()), batch.first().leafHash());
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

    void commit(Batch batch) throws SQLException {
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

    private static SQLException lost() {
        return new SQLException("The connection is lost", "08006");
    }

    private class SimulatedLookups implements Lookups {

        private void read() throws SQLException {
            if (fates.get() != Fate.GOOD) {
                throw lost();
            }
        }

        @Override
        public boolean holds(LastCommitted anchor) throws SQLException {
            read();
            return Objects.equals(leafHashAt(anchor.position()), anchor.leafHash());
        }

        @Override
        public Map<CommandName, AppendReceipt> receipts(Collection<CommandName> names) throws SQLException {
            read();
            Map<CommandName, AppendReceipt> found = new HashMap<>(commands);
            found.keySet().retainAll(names);
            return found;
        }

        @Override
        public Set<Integer> olderConflicts(List<Submission> submissions, long upTo) throws SQLException {
            read();
            return conflicts(submissions, upTo);
        }

        @Override
        public Map<String, WriterState.StateHead> stateHeads(Collection<String> states) throws SQLException {
            read();
            return heads(states);
        }

        @Override
        public void close() {}
    }

    private final class SimulatedSession extends SimulatedLookups implements Session {

        private boolean dead;

        private void call() throws SQLException {
            if (dead || fates.get() == Fate.LOST) {
                close();
                throw lost();
            }
        }

        private void take() throws SQLException {
            call();
            if (turn != null && turn != this) {
                throw new PSQLException(new ServerErrorMessage("SERROR\0C55P03\0Mlock timeout\0\0"));
            }
            turn = this;
        }

        @Override
        public Opening begin(LastCommitted anchor) throws SQLException {
            take();
            return new Opening(clock.get(), Objects.equals(leafHashAt(anchor.position()), anchor.leafHash()));
        }

        @Override
        public WriterState tip() throws SQLException {
            call();
            Frontier frontier = new Frontier();
            rows.forEach(row -> frontier.append(row.leafHash(), tile -> {}));
            return rows.isEmpty()
                    ? WriterState.empty()
                    : new WriterState(
                            frontier, head(), rows.get(rows.size() - 1).recordedAt());
        }

        @Override
        public Lookups lookups() {
            return this;
        }

        @Override
        public void write(Batch batch) throws SQLException, CommitInDoubt {
            Fate fate = fates.get();
            if (dead || fate == Fate.LOST) {
                close();
                throw new CommitInDoubt(lost());
            }
            try {
                commit(batch);
            } finally {
                turn = null;
            }
            if (fate != Fate.GOOD) {
                dead = true;
                throw new CommitInDoubt(lost());
            }
        }

        @Override
        public void confirm() throws SQLException, CommitInDoubt {
            call();
            turn = null;
            if (fates.get() != Fate.GOOD) {
                dead = true;
                throw new CommitInDoubt(lost());
            }
        }

        @Override
        public Instant append(Batch batch) throws SQLException, CommitInDoubt, StaleWriterState {
            beforeWrite.run();
            take();
            if (!guard(batch)) {
                turn = null;
                throw new StaleWriterState("simulated");
            }
            try {
                write(batch);
            } catch (PSQLException e) {
                if (PostgresErrors.isOfAnotherWriter(e)) {
                    throw new StaleWriterState("simulated");
                }
                throw e;
            }
            return clock.get();
        }

        @Override
        public boolean holds(Batch batch) throws SQLException, CommitInDoubt {
            take();
            turn = null;
            if (fates.get() != Fate.GOOD) {
                close();
                throw new CommitInDoubt(lost());
            }
            return readBack(batch);
        }

        @Override
        public void close() {
            dead = true;
            if (turn == this) {
                turn = null;
            }
        }
    }
}

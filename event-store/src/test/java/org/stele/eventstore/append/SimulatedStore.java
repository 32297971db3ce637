package org.stele.eventstore.append;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.stele.eventstore.append.postgres.PostgresErrors;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.CommandName;
import org.stele.ledger.Frontier;

/**
 * A SimulatedStore is a ledger's tables in memory, which several nodes write in turns. Every call may fail in any way
 * in which a database fails, before or after its effect.
 */
class SimulatedStore implements Store {

    /** The outcomes of one call. */
    enum Fate {
        GOOD,
        /** The connection is lost before the call has an effect. */
        LOST,
        /** The call has its effect, and the connection is lost before the answer arrives. */
        UNHEARD,
        /** The call has its effect, and a standby has not confirmed it. */
        WARNED
    }

    private final Supplier<Fate> fates;
    private final Supplier<Instant> clock;
    private final SimulatedTables tables = new SimulatedTables();
    private @Nullable Session turn;
    Runnable beforeWrite = () -> {};

    SimulatedStore(Supplier<Fate> fates, Supplier<Instant> clock) {
        this.fates = fates;
        this.clock = clock;
    }

    /** What is committed. */
    List<EventRow> rows() {
        return tables.rows();
    }

    boolean isRecorded(@Nullable CommandKey key) {
        return key != null && tables.commands().containsKey(CommandName.of(key));
    }

    void diverge() {
        tables.diverge();
    }

    boolean isTaken() {
        return turn != null;
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

    /** Whether the ledger ends where the batch begins, at the batch's time. */
    boolean guard(Batch batch) {
        Instant now = clock.get();
        Instant at = batch.first().recordedAt();
        return tables.head().equals(batch.before())
                && !at.isBefore(now.minusSeconds(5))
                && !at.isAfter(now.plusSeconds(1));
    }

    /** Whether a batch is found when its outcome is read back. */
    boolean readBack(Batch batch) {
        return Objects.equals(
                tables.leafHashAt(batch.first().position()), batch.first().leafHash());
    }

    Set<Integer> conflicts(List<Submission> submissions, long upTo) {
        return tables.conflicts(submissions, upTo);
    }

    Map<String, WriterState.StateHead> heads(Collection<String> states) {
        return tables.heads(states);
    }

    void commit(Batch batch) throws SQLException {
        tables.insert(batch);
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
        public boolean holds(LastCommitted lastCommitted) throws SQLException {
            read();
            return Objects.equals(tables.leafHashAt(lastCommitted.position()), lastCommitted.leafHash());
        }

        @Override
        public Map<CommandName, AppendReceipt> receipts(Collection<CommandName> names) throws SQLException {
            read();
            Map<CommandName, AppendReceipt> found = new HashMap<>(tables.commands());
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
        public Opening begin(LastCommitted lastCommitted) throws SQLException {
            take();
            return new Opening(
                    clock.get(), Objects.equals(tables.leafHashAt(lastCommitted.position()), lastCommitted.leafHash()));
        }

        @Override
        public WriterState writerState() throws SQLException {
            call();
            Frontier frontier = new Frontier();
            rows().forEach(row -> frontier.append(row.leafHash(), tile -> {}));
            return rows().isEmpty()
                    ? WriterState.empty()
                    : new WriterState(frontier, tables.head(), rows().getLast().recordedAt());
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

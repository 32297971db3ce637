package org.stele.benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;

/** The ledger's own engine: conditions, dense positions, leaves, chains, tree and command keys. One connection appends. */
final class SteleContestant implements Contestant {

    private final LedgerReader reader;
    private final LedgerSignal signal;
    private final Sequencer sequencer;
    private final LedgerEventStorageEngine engine;

    /** Opens it on a ledger that is not read while events are appended. */
    SteleContestant(LedgerDatabase database) {
        this(database, database.projection());
    }

    SteleContestant(LedgerDatabase database, DataSource reads) {
        this.reader = new LedgerReader(reads);
        this.signal = LedgerSignal.start(database.projection(), Duration.ofSeconds(5));
        this.sequencer = PostgresStore.sequencer(database.command(), signal, LedgerDatabase.STATE_TAG);
        this.engine = new LedgerEventStorageEngine(
                reader, signal, sequencer, new DelegatingEventConverter(new LedgerConverter()));
    }

    @Override
    public void append(Attestations.Command command) {
        begin(command).join();
    }

    /** Submits a command; the result completes when it is durable, or refused. */
    CompletableFuture<ConsistencyMarker> begin(Attestations.Command command) {
        return engine.appendEvents(command.condition(), null, command.events())
                .thenCompose(transaction -> commit(transaction));
    }

    static <R> CompletableFuture<ConsistencyMarker> commit(AppendTransaction<R> transaction) {
        return transaction.commit(null).thenCompose(result -> transaction.afterCommit(result, null));
    }

    LedgerEventStorageEngine engine() {
        return engine;
    }

    @Override
    public long seen() {
        return signal.head();
    }

    @Override
    public long recorded() {
        return reader.head();
    }

    @Override
    public void close() {
        sequencer.close();
        signal.close();
    }
}

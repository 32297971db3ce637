package org.stele.eventstore.axon;

import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;

/** Axon's own suite for storage engines, whole. */
@NullUnmarked
class AxonStorageEngineTest extends StorageEngineTestSuite<LedgerEventStorageEngine> {

    /** The number of cases in the suite of Axon 5.0.1. */
    private static final int CASES = 31;

    @RegisterExtension
    static final NoneSkipped GUARD = new NoneSkipped(AxonStorageEngineTest.class, CASES);

    private static LedgerSignal signal;
    private static Sequencer sequencer;

    @Override
    protected LedgerEventStorageEngine buildStorageEngine() {
        TestDatabase database = TestDatabase.create();
        signal = LedgerSignal.start(database.projection(), Duration.ofSeconds(5));
        sequencer = PostgresStore.sequencer(database.command(), signal, new StateTag("memberState"));
        return new LedgerEventStorageEngine(
                new LedgerReader(database.projection()),
                signal,
                sequencer,
                new DelegatingEventConverter(new LedgerConverter()));
    }

    @Override
    protected @Nullable ProcessingContext processingContext() {
        return null;
    }

    @AfterAll
    static void close() {
        sequencer.close();
        signal.close();
    }
}

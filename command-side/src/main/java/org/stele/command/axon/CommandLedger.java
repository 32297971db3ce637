package org.stele.command.axon;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.stele.events.Tags;
import org.stele.eventstore.LedgerEventStorageEngine;
import org.stele.eventstore.LedgerPool;
import org.stele.eventstore.LedgerReader;
import org.stele.eventstore.LedgerSignal;
import org.stele.eventstore.Receipts;
import org.stele.eventstore.Sequencer;
import org.stele.eventstore.WriteGate;

/**
 * The ledger as this side holds it open: one connection that appends, one that listens, and a pool that reads.
 */
final class CommandLedger implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int READING_CONNECTIONS = 16;

    private final LedgerPool reads;
    private final LedgerSignal signal;
    private final Sequencer sequencer;

    /**
     * Opens the ledger.
     *
     * @param unpooled no pool: each connection that it gives is kept
     * @param mostWaiting commands that may wait to be recorded; above it they are refused
     */
    CommandLedger(DataSource unpooled, WriteGate gate, int mostWaiting) {
        this.reads = new LedgerPool();
        reads.setPoolName("command-side-reads");
        reads.setDataSource(unpooled);
        reads.setMaximumPoolSize(READING_CONNECTIONS);
        reads.setReadOnly(true);
        this.signal = LedgerSignal.start(unpooled, POLL);
        this.sequencer = Sequencer.start(unpooled, signal, Tags.MEMBER_STATE, gate, mostWaiting);
    }

    EventStorageEngine engine(EventConverter converter) {
        return new LedgerEventStorageEngine(reader(), signal, sequencer, converter);
    }

    LedgerReader reader() {
        return new LedgerReader(reads);
    }

    Receipts receipts() {
        return new Receipts(reads, sequencer);
    }

    @Override
    public void close() {
        sequencer.close();
        signal.close();
        reads.close();
    }
}

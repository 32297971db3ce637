package org.stele.command.axon;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import org.stele.eventstore.append.NodeSettings;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.AppendReceipts;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.axon.PayloadUpcaster.Versioned;
import org.stele.eventstore.jdbc.LedgerPool;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;

/** The command side's connections to the ledger: one that appends, one that listens, and a pool that reads. */
final class CommandLedger implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int READING_CONNECTIONS = 16;

    private final LedgerPool reads;
    private final LedgerSignal signal;
    private final Sequencer sequencer;

    /**
     * Opens the ledger.
     *
     * @param unpooled no pool: each of its connections is kept
     * @param node the configuration of this node's sequencer
     */
    CommandLedger(DataSource unpooled, NodeSettings node) {
        this.reads = new LedgerPool();
        reads.setPoolName("command-side-reads");
        reads.setDataSource(unpooled);
        reads.setMaximumPoolSize(READING_CONNECTIONS);
        reads.setReadOnly(true);
        // Unqualified names are PostgreSQL's own, whatever search_path the role has.
        reads.setConnectionInitSql("SET search_path = pg_catalog, pg_temp");
        this.signal = LedgerSignal.start(unpooled, POLL);
        this.sequencer = PostgresStore.sequencer(unpooled, signal, node);
    }

    /** Reads events of older builds as those of this one. */
    EventStorageEngine engine(EventConverter converter) {
        return new LedgerEventStorageEngine(reader(), signal, sequencer, converter, CommandLedger::upcast);
    }

    private static Versioned upcast(String type, Versioned stored) {
        Upcasting older = Upcasting.find(type, stored.version());
        return older == null ? stored : new Versioned(EventTypes.version(older.type()), older.upcast(stored.payload()));
    }

    LedgerReader reader() {
        return new LedgerReader(reads);
    }

    AppendReceipts receipts() {
        return new AppendReceipts(reads, sequencer);
    }

    @Override
    public void close() {
        sequencer.close();
        signal.close();
        reads.close();
    }
}

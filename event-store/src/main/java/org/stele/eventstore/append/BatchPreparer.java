package org.stele.eventstore.append;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A BatchPreparer checks batches before their turn, with lookups on its own connection. When a lookup fails, nothing is
 * prepared and the batch is checked in its turn. Used by one thread at a time.
 */
final class BatchPreparer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchPreparer.class);

    private final Store store;
    private @Nullable Lookups lookups;
    private @Nullable WriterState checked;

    BatchPreparer(Store store) {
        this.store = store;
    }

    void prepare(PendingBatch pending) {
        List<Submission> undecided = pending.takeUndecided();
        Batch batch = pending.batch();
        if (batch == null) {
            return;
        }
        try {
            ConditionChecker.prepare(batch, undecided, lookupsOf(batch.writerState()));
        } catch (SQLException | RuntimeException e) {
            LOG.info("A batch could not be prepared in advance", e);
            pending.discard();
            close();
        }
    }

    /**
     * The lookups must read the history that the writer state was loaded from: one address may lead to several servers.
     */
    private Lookups lookupsOf(WriterState writerState) throws SQLException {
        Lookups open = lookups;
        if (open == null) {
            open = store.openLookups();
            lookups = open;
        }
        if (checked != writerState) {
            if (!open.holds(writerState.origin())) {
                throw new SQLException("The lookups read another history than the writer");
            }
            checked = writerState;
        }
        return open;
    }

    @Override
    public void close() {
        checked = null;
        if (lookups != null) {
            lookups.close();
            lookups = null;
        }
    }
}

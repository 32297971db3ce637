package org.stele.eventstore.append;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Drafting decides drafts ahead of their turn, with lookups of its own. Whatever goes wrong, nothing is decided ahead and
 * the turn decides. Of one thread at a time.
 */
final class BatchPreparer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchPreparer.class);

    private final Store store;
    private @Nullable Lookups lookups;
    private @Nullable WriterState checked;

    BatchPreparer(Store store) {
        this.store = store;
    }

    void prepare(PendingBatch draft) {
        List<Submission> undecided = draft.takeUndecided();
        Batch batch = draft.batch();
        if (batch == null) {
            return;
        }
        try {
            ConditionChecker.prepare(batch, undecided, lookupsOf(batch.tip()));
        } catch (SQLException | RuntimeException e) {
            LOG.info("A batch could not be decided ahead", e);
            draft.discard();
            close();
        }
    }

    /** They must read the history that the tip was loaded from: an address may lead to several servers. */
    private Lookups lookupsOf(WriterState tip) throws SQLException {
        Lookups open = lookups;
        if (open == null) {
            open = store.openLookups();
            lookups = open;
        }
        if (checked != tip) {
            if (!open.holds(tip.origin())) {
                throw new SQLException("The lookups read another history than the writer");
            }
            checked = tip;
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

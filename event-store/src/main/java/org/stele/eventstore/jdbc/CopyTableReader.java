package org.stele.eventstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.event.LedgerUnavailable;

/**
 * A CopyTableReader reads whole tables by PostgreSQL's COPY: rows are read on the caller's thread, examined in batches
 * on others, and the results consumed by the caller in order. A few batches are in memory, however long the table.
 */
public final class CopyTableReader implements AutoCloseable {

    private static final int BATCH_ROWS = 512;
    private static final int BATCH_BYTES = 1 << 20;
    private static final int MAX_PENDING = 8;

    /** Consumes the result of a batch, and may end the reading by throwing. */
    @FunctionalInterface
    public interface ResultConsumer<T> {
        void take(T examined) throws SQLException, IntegrityViolation;
    }

    private final Connection connection;
    private final ExecutorService workers;

    public CopyTableReader(Connection connection) {
        this(connection, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads the number of threads that examine */
    public CopyTableReader(Connection connection, int threads) {
        this.connection = connection;
        this.workers = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform()
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .name("fsck-", 1)
                        .factory());
    }

    /**
     * Reads all rows that a SELECT gives of a table.
     *
     * @param examine of one batch; it must depend only on the rows
     */
    public <T> void each(
            String table, String select, Function<List<CopyRowReader>, T> examine, ResultConsumer<T> consumer)
            throws SQLException, IntegrityViolation {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + select + ") TO STDOUT (FORMAT binary)");
        Deque<Future<T>> pending = new ArrayDeque<>();
        try {
            Messages messages = new Messages(copy);
            for (List<CopyRowReader> batch = messages.batch(); !batch.isEmpty(); batch = messages.batch()) {
                List<CopyRowReader> rows = batch;
                pending.add(workers.submit(() -> examine.apply(rows)));
                if (pending.size() == MAX_PENDING) {
                    consumer.take(result(table, pending.remove()));
                }
            }
            while (!pending.isEmpty()) {
                consumer.take(result(table, pending.remove()));
            }
        } finally {
            pending.forEach(examined -> examined.cancel(true));
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static <T> T result(String table, Future<T> examined) throws IntegrityViolation {
        try {
            return examined.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new IntegrityViolation(table + ": " + refused.getMessage());
            }
            throw new IllegalStateException("The rows of " + table + " could not be examined", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("The reading was interrupted", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** The messages of one copy: each holds one row. */
    private static final class Messages {

        private final CopyOut copy;
        private boolean isFirst = true;
        private boolean hasEnded;

        Messages(CopyOut copy) {
            this.copy = copy;
        }

        /** The next rows; none at the end. */
        List<CopyRowReader> batch() throws SQLException {
            List<CopyRowReader> batch = new ArrayList<>(BATCH_ROWS);
            int size = 0;
            while (!hasEnded && batch.size() < BATCH_ROWS && size < BATCH_BYTES) {
                byte[] message = copy.readFromCopy();
                if (message == null) {
                    hasEnded = true;
                    break;
                }
                if (!CopyRowReader.isEnd(message, isFirst)) {
                    batch.add(new CopyRowReader(message, isFirst));
                }
                isFirst = false;
                size += message.length;
            }
            return batch;
        }
    }
}

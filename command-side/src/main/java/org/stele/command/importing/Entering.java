package org.stele.command.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Commands;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.MemberState;

/**
 * The entering of one checked file. Rows of one State go one after another, so that positions follow the file; States go
 * side by side, so that their commands share the ledger's batches.
 */
final class Entering implements AutoCloseable {

    private static final int MOST_STATES_AT_ONCE = 64;

    private final Commands commands;
    private final RowIds ids;
    private final Progress progress;
    private final ExecutorService states = Executors.newFixedThreadPool(
            MOST_STATES_AT_ONCE, Thread.ofVirtual().name("import-", 0).factory());

    Entering(Commands commands, RowIds ids, Progress progress) {
        this.commands = commands;
        this.ids = ids;
        this.progress = progress;
    }

    /** Enters the rows; returns when all are entered, and throws, when all have stopped, what stopped the first. */
    void enter(List<ImportRow> chunk) {
        Map<MemberState, List<ImportRow>> byState = new LinkedHashMap<>();
        for (ImportRow row : chunk) {
            byState.computeIfAbsent(row.memberState(), state -> new ArrayList<>())
                    .add(row);
        }
        Stream<Callable<Boolean>> tasks = byState.values().stream().map(ofState -> () -> enterInOrder(ofState));
        try {
            states.invokeAll(tasks.toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportStopped(chunk.getFirst().row(), new CancellationException("The import was interrupted."));
        }
        progress.throwFailure();
    }

    private boolean enterInOrder(List<ImportRow> ofState) {
        try {
            for (ImportRow row : ofState) {
                if (progress.hasFailed()) {
                    return false;
                }
                progress.entered(positionOf(row));
            }
            return true;
        } catch (RuntimeException | Error e) {
            progress.fail(e);
            return false;
        }
    }

    /** The position of the last event of the row, which is recorded now or was before. */
    private long positionOf(ImportRow row) {
        List<LedgerCommand> steps = row.commands(step -> ids.entry(row.row(), step));
        long last = 0;
        for (int step = 1; step <= steps.size(); step++) {
            try {
                last = commands.send(steps.get(step - 1), ids.requestSha256(row.row(), step))
                        .position();
            } catch (RuntimeException e) {
                throw new ImportStopped(row.row(), e);
            }
        }
        return last;
    }

    @Override
    public void close() {
        states.shutdown();
    }

    /** How far an entering has come, and what stopped it. */
    static final class Progress {

        private final ImportProgress told;
        private final long rows;
        private final long headBefore;
        private long entered;
        private long alreadyEntered;
        private @Nullable Throwable failure;

        /**
         * @param rows how many there are
         * @param headBefore the last position before: a row recorded up to there was on record already
         */
        Progress(ImportProgress told, long rows, long headBefore) {
            this.told = told;
            this.rows = rows;
            this.headBefore = headBefore;
        }

        synchronized void entered(long position) {
            if (position <= headBefore) {
                alreadyEntered++;
            } else {
                entered++;
            }
            if (failure == null) {
                tell();
            }
        }

        private void tell() {
            try {
                told.entered(entered + alreadyEntered, rows);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        synchronized void fail(Throwable reason) {
            failure = failure == null ? reason : failure;
        }

        synchronized boolean hasFailed() {
            return failure != null;
        }

        synchronized void throwFailure() {
            switch (failure) {
                case null -> {}
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException("An import failed", other);
            }
        }

        synchronized long entered() {
            return entered;
        }

        synchronized long alreadyEntered() {
            return alreadyEntered;
        }
    }
}

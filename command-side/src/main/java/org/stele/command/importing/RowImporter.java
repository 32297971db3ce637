package org.stele.command.importing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.stele.command.entry.Commands;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.entry.NotTogether;

/**
 * Enters one checked file, in the order of its rows: many rows are in progress at a time, and none waits for the one
 * before. The commands of a row are recorded together. Used by one thread.
 */
final class RowImporter implements AutoCloseable {

    static final int MAX_ON_THEIR_WAY = 256;

    /** While others file: their commands wait for the batch of rows before them. */
    static final int MAX_BESIDE_OTHERS = 8;

    /** While others file, a pause follows on so many rows: a fifth of the time that they took. */
    private static final int PART_OF_PAUSE = 5;

    /** The step whose id all commands of a row are recorded under together. */
    static final int ALL_STEPS = 0;

    private final Commands commands;
    private final RowIds ids;
    private final Progress progress;
    private final Queue<OnItsWay> onTheirWay = new ArrayDeque<>(MAX_ON_THEIR_WAY);
    private long begun;

    /** A row, and the position at which it will be recorded. */
    private record OnItsWay(ImportRow row, CompletableFuture<Long> position) {}

    RowImporter(Commands commands, RowIds ids, Progress progress) {
        this.commands = commands;
        this.ids = ids;
        this.progress = progress;
    }

    /** Sends the row; throws the failure of an earlier one. */
    void enter(ImportRow row) {
        if (onTheirWay.size() >= MAX_BESIDE_OTHERS && commands.othersAreWaiting()) {
            finish();
            LockSupport.parkNanos((System.nanoTime() - begun) / PART_OF_PAUSE);
        }
        if (onTheirWay.isEmpty()) {
            begun = System.nanoTime();
        }
        while (onTheirWay.size() >= MAX_ON_THEIR_WAY) {
            progress.entered(arrived(onTheirWay.remove()));
        }
        onTheirWay.add(new OnItsWay(row, send(row)));
    }

    /** Waits for all rows; throws the first failure. */
    void finish() {
        while (!onTheirWay.isEmpty()) {
            progress.entered(arrived(onTheirWay.remove()));
        }
    }

    private CompletableFuture<Long> send(ImportRow row) {
        List<LedgerCommand> steps = stepsOf(row);
        // A single command keeps the id under which it would be sent alone.
        int step = steps.size() == 1 ? 1 : ALL_STEPS;
        return commands.sendTogether(steps, ids.entry(row.row(), step).commandId(), ids.requestSha256(row.row(), step));
    }

    private List<LedgerCommand> stepsOf(ImportRow row) {
        return row.commands(step -> ids.entry(row.row(), step));
    }

    private long arrived(OnItsWay sent) {
        try {
            return sent.position().join();
        } catch (CompletionException e) {
            return switch (e.getCause()) {
                case NotTogether _ -> oneByOne(sent.row());
                case RuntimeException known ->
                    throw new ImportStopped(sent.row().row(), known);
                case null, default -> throw new ImportStopped(sent.row().row(), e);
            };
        }
    }

    /** Completes a row that an earlier version entered in part. */
    private long oneByOne(ImportRow row) {
        List<LedgerCommand> steps = stepsOf(row);
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

    /** Waits until nothing is in progress: a new import of the file must find everything that was recorded. */
    @Override
    public void close() {
        for (OnItsWay sent : onTheirWay) {
            sent.position().handle((position, failure) -> true).join();
        }
        onTheirWay.clear();
    }

    /** The progress of the import. */
    static final class Progress {

        private final ImportProgress told;
        private final long rows;
        private final long headBefore;
        private long entered;
        private long alreadyEntered;

        /**
         * @param rows the number of rows
         * @param headBefore the last position before the import: a row at or below it was recorded earlier
         */
        Progress(ImportProgress told, long rows, long headBefore) {
            this.told = told;
            this.rows = rows;
            this.headBefore = headBefore;
        }

        void entered(long position) {
            if (position <= headBefore) {
                alreadyEntered++;
            } else {
                entered++;
            }
            told.entered(entered + alreadyEntered, rows);
        }

        long entered() {
            return entered;
        }

        long alreadyEntered() {
            return alreadyEntered;
        }
    }
}

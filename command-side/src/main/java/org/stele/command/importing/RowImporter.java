package org.stele.command.importing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.stele.command.entry.Commands;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.entry.NotTogether;

/**
 * The entering of one checked file, in the order of its rows: many rows are on their way to the ledger at a time, and none
 * waits for the one before. What a row orders is recorded together. Of one thread.
 */
final class RowImporter implements AutoCloseable {

    static final int MAX_ON_THEIR_WAY = 256;

    private static final int ALL_STEPS = 0;

    private final Commands commands;
    private final RowIds ids;
    private final Progress progress;
    private final Queue<OnItsWay> onTheirWay = new ArrayDeque<>(MAX_ON_THEIR_WAY);

    /** A row, and the position at which it is recorded once it is. */
    private record OnItsWay(ImportRow row, CompletableFuture<Long> position) {}

    RowImporter(Commands commands, RowIds ids, Progress progress) {
        this.commands = commands;
        this.ids = ids;
        this.progress = progress;
    }

    /** Sends the row; throws what stopped one before it. */
    void enter(ImportRow row) {
        if (onTheirWay.size() == MAX_ON_THEIR_WAY) {
            progress.entered(arrived(onTheirWay.remove()));
        }
        onTheirWay.add(new OnItsWay(row, send(row)));
    }

    /** Waits for all rows; throws what stopped the first of those that were. */
    void finish() {
        while (!onTheirWay.isEmpty()) {
            progress.entered(arrived(onTheirWay.remove()));
        }
    }

    private CompletableFuture<Long> send(ImportRow row) {
        List<LedgerCommand> steps = stepsOf(row);
        // The id of a single step is that under which it would be sent alone.
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

    /** Goes on with a row that was entered in part, as rows once were. */
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

    /** Waits until nothing is on its way: what sends the file again must find all that was recorded. */
    @Override
    public void close() {
        for (OnItsWay sent : onTheirWay) {
            sent.position().handle((position, failure) -> true).join();
        }
        onTheirWay.clear();
    }

    /** How far an entering has come. */
    static final class Progress {

        private final ImportProgress told;
        private final long rows;
        private final long headBefore;
        private long entered;
        private long alreadyEntered;

        /**
         * @param rows how many there are
         * @param headBefore the last position before: a row recorded up to there was on record already
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

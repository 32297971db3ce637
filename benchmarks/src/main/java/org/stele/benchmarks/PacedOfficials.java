package org.stele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** A PacedOfficials files attestations, one at a time for each official and with a pause after each, until it is stopped. */
final class PacedOfficials {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<long[]>> filing = new ArrayList<>();

    private PacedOfficials() {}

    static PacedOfficials start(CommandSide side, int officials, Duration pause, long seed) {
        PacedOfficials started = new PacedOfficials();
        for (int number = 0; number < officials; number++) {
            Submissions submissions = new Submissions(seed * 1_000_003L + number);
            started.filing.add(started.threads.submit(() -> started.file(side, submissions, pause)));
        }
        return started;
    }

    private long[] file(CommandSide side, Submissions submissions, Duration pause) throws InterruptedException {
        LongStream.Builder nanos = LongStream.builder();
        do {
            long before = System.nanoTime();
            side.sendForReceipt(submissions.next());
            nanos.add(System.nanoTime() - before);
        } while (!stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        return nanos.build().toArray();
    }

    /** Lets each finish its filing; returns what every filing waited for its receipt, in nanoseconds, sorted. */
    long[] stop() throws InterruptedException, ExecutionException {
        stopped.countDown();
        try (threads) {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> official : filing) {
                all.add(official.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        }
    }
}

package org.stele.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * A Load is the measurements of submitters who each record a command, wait until it is acknowledged, and record the
 * next.
 *
 * @param latencies of every acknowledged command, in nanoseconds, sorted
 */
record Load(Rate rate, long[] latencies) {

    /** A Submitter records commands in sequence and returns the number of events of each. */
    @FunctionalInterface
    interface Submitter {
        int submit();
    }

    /** A Share is the result of one submitter. */
    private record Share(long events, long[] latencies) {}

    /** Records commands for some time, and then counts the events in the database. */
    static Load of(Contestant contestant, int submitters, Duration time, long seed)
            throws InterruptedException, ExecutionException, SQLException {
        Load load = of(submitters, time, number -> {
            Attestations attestations = new Attestations(seed * 1_000_003 + number);
            return () -> {
                Attestations.Command command = attestations.next(contestant.seen());
                contestant.append(command);
                return command.events().size();
            };
        });
        long recorded = contestant.recorded();
        if (recorded != load.rate().events()) {
            throw new IllegalStateException(
                    "Acknowledged were " + load.rate().events() + " events, and recorded are " + recorded);
        }
        return load;
    }

    /** Runs submitters for some time. */
    static Load of(int submitters, Duration time, IntFunction<Submitter> submitter)
            throws InterruptedException, ExecutionException {
        List<Share> shares = new ArrayList<>();
        long start = System.nanoTime();
        long until = start + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Share>> running = new ArrayList<>();
            for (int i = 0; i < submitters; i++) {
                Submitter own = submitter.apply(i);
                running.add(threads.submit(() -> share(own, until)));
            }
            for (Future<Share> share : running) {
                shares.add(share.get());
            }
        }
        // Until the last acknowledgement, which comes after the end of the time.
        long nanos = System.nanoTime() - start;
        long[] latencies = shares.stream()
                .flatMapToLong(share -> Arrays.stream(share.latencies()))
                .sorted()
                .toArray();
        return new Load(new Rate(shares.stream().mapToLong(Share::events).sum(), nanos), latencies);
    }

    private static Share share(Submitter submitter, long until) {
        long events = 0;
        int count = 0;
        long[] latencies = new long[1_024];
        do {
            long before = System.nanoTime();
            events += submitter.submit();
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count++] = System.nanoTime() - before;
        } while (System.nanoTime() < until);
        return new Share(events, Arrays.copyOf(latencies, count));
    }
}

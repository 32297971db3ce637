package org.stele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.stele.eventstore.LedgerConverter;
import org.stele.eventstore.LedgerEventStorageEngine;
import org.stele.eventstore.LedgerReader;
import org.stele.eventstore.LedgerSignal;
import org.stele.eventstore.Sequencer;

/**
 * An EngineRun is what submitters measured who each append a command, wait until it is acknowledged, and append the next.
 *
 * @param latencies of every acknowledged append, in nanoseconds, sorted
 */
record EngineRun(Rate rate, long[] latencies) {

    /** A Share is what one submitter did. */
    private record Share(long events, long[] latencies) {}

    /** When a submitter stops. */
    private record Until(long nanoTime, long events) {

        boolean reached(LedgerSignal signal) {
            return System.nanoTime() >= nanoTime || signal.head() >= events;
        }
    }

    /** Appends for some time through a fresh engine on an empty ledger, and then reads everything back. */
    static EngineRun of(LedgerDatabase database, int submitters, Duration time, long seed)
            throws InterruptedException, ExecutionException {
        return of(database, submitters, new Until(System.nanoTime() + time.toNanos(), Long.MAX_VALUE), seed);
    }

    /** Fills an empty ledger with some number of events or a few more; returns how many commands recorded them. */
    static long ofAtLeast(LedgerDatabase database, long events) throws InterruptedException, ExecutionException {
        return of(database, 64, new Until(Long.MAX_VALUE, events), 0).latencies().length;
    }

    private static EngineRun of(LedgerDatabase database, int submitters, Until until, long seed)
            throws InterruptedException, ExecutionException {
        LedgerReader reader = new LedgerReader(database.query());
        EngineRun run;
        try (LedgerSignal signal = LedgerSignal.start(database.query(), Duration.ofSeconds(5));
                Sequencer sequencer = Sequencer.start(database.command(), signal, LedgerDatabase.STATE_TAG)) {
            LedgerEventStorageEngine engine = new LedgerEventStorageEngine(
                    reader, signal, sequencer, new DelegatingEventConverter(new LedgerConverter()));
            run = submit(engine, signal, submitters, until, seed);
        }
        if (reader.head() != run.rate().events()) {
            throw new IllegalStateException(
                    "Acknowledged were " + run.rate().events() + " events, and the last position is " + reader.head());
        }
        database.requireSound(run.rate().events(), run.latencies().length);
        return run;
    }

    private static EngineRun submit(
            LedgerEventStorageEngine engine, LedgerSignal signal, int submitters, Until until, long seed)
            throws InterruptedException, ExecutionException {
        List<Share> shares = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Share>> running = new ArrayList<>();
            for (int i = 0; i < submitters; i++) {
                Attestations attestations = new Attestations(seed * 1_000_003 + i);
                running.add(threads.submit(() -> submit(until, engine, signal, attestations)));
            }
            for (Future<Share> share : running) {
                shares.add(share.get());
            }
        }
        // Until the last acknowledgement, which comes after the time is up.
        long nanos = System.nanoTime() - start;
        long events = shares.stream().mapToLong(Share::events).sum();
        long[] latencies = shares.stream()
                .flatMapToLong(s -> Arrays.stream(s.latencies()))
                .sorted()
                .toArray();
        return new EngineRun(new Rate(events, nanos), latencies);
    }

    private static Share submit(
            Until until, LedgerEventStorageEngine engine, LedgerSignal signal, Attestations attestations) {
        long events = 0;
        int count = 0;
        long[] latencies = new long[1_024];
        do {
            Attestations.Command command = attestations.next(signal.head());
            long before = System.nanoTime();
            append(engine, command);
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count++] = System.nanoTime() - before;
            events += command.events().size();
        } while (!until.reached(signal));
        return new Share(events, Arrays.copyOf(latencies, count));
    }

    private static void append(LedgerEventStorageEngine engine, Attestations.Command command) {
        engine.appendEvents(command.condition(), null, command.events())
                .thenCompose(transaction -> commit(transaction))
                .join();
    }

    private static <R> CompletableFuture<ConsistencyMarker> commit(AppendTransaction<R> transaction) {
        return transaction.commit(null).thenCompose(result -> transaction.afterCommit(result, null));
    }
}

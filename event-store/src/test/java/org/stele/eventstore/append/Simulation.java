package org.stele.eventstore.append;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.append.SimulatedStore.Fate;
import org.stele.eventstore.event.CommandAlreadyRecorded;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.guard.ClockKeeper;
import org.stele.eventstore.guard.Time;
import org.stele.eventstore.guard.WriteGate;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;

/**
 * A Simulation is one schedule of two nodes on one store, all of it drawn from a seed: what is submitted, when each
 * node prepares and writes, whose write comes between, what fails and how, and how the clock runs.
 */
final class Simulation {

    /** Makes the store; a faulty one shows that the simulation would notice. */
    interface Stores extends BiFunction<Supplier<Fate>, Supplier<Instant>, SimulatedStore> {}

    private static final int STEPS = 24;
    private static final int MAX_RECEIPTS = 1_000;
    private static final byte[] SALT = new byte[Commitment.SALT_BYTES];

    private final SplittableRandom random;
    private final SimulatedStore store;
    private final double faults;
    private final List<Node> nodes;
    private final Map<UUID, Submission> submissions = new HashMap<>();
    private final Set<Submission> repetitions = new HashSet<>();
    private final List<CommandKey> keys = new ArrayList<>();
    private final List<String> wrongs = new ArrayList<>();
    private long nanos = 1;
    private Duration databaseAhead = Duration.ZERO;
    private boolean calm;
    private long outageUntil;

    Simulation(long seed, Stores stores) {
        this.random = new SplittableRandom(seed);
        this.faults = random.nextInt(3) * 0.1;
        this.store = stores.apply(this::fate, this::databaseTime);
        this.store.beforeWrite = this::meanwhile;
        this.nodes = List.of(node(), node());
    }

    /** One node: its appender, and its pending batch. */
    private static final class Node {
        private final Appender appender;
        private @Nullable PendingBatch pending;
        private boolean writing;

        Node(Appender appender) {
            this.appender = appender;
        }
    }

    private Node node() {
        WriteGate gate = new WriteGate();
        ClockKeeper clock = new ClockKeeper(gate, time(), this::rightTime, Duration.ofDays(1_000));
        clock.require(databaseTime(), Instant.EPOCH);
        return new Node(new Appender(store, gate, clock, time(), new ReceiptCache(MAX_RECEIPTS)));
    }

    private Time time() {
        return new Time() {
            @Override
            public long nanoTime() {
                return nanos += 10_000;
            }

            @Override
            public void pause(Duration duration) {
                nanos += duration.toNanos();
            }
        };
    }

    private Instant databaseTime() {
        return rightTime().plus(databaseAhead);
    }

    private Instant rightTime() {
        return Instant.parse("2026-01-01T00:00:00Z").plusNanos(nanos / 1_000 * 1_000);
    }

    private Fate fate() {
        if (nanos < outageUntil) {
            return Fate.LOST;
        }
        if (calm || random.nextDouble() >= faults) {
            return Fate.GOOD;
        }
        return Fate.values()[1 + random.nextInt(3)];
    }

    /** Runs the schedule; returns what was wrong, nothing if all is well. */
    List<String> run() {
        for (int step = 0; step < STEPS; step++) {
            shake();
            act(nodes.get(random.nextInt(2)));
        }
        calm = true;
        outageUntil = 0;
        for (Node node : nodes) {
            complete(node);
            begin(node);
            complete(node);
        }
        Instant latest = rightTime().plus(ClockKeeper.MAX_LEAP).plusSeconds(2);
        wrong(store.rows().stream().noneMatch(row -> row.recordedAt().isAfter(latest)), "a leap was recorded");
        wrongs.addAll(LedgerModel.wrongs(store.rows(), submissions));
        for (Submission submission : submissions.values()) {
            if (!submission.outcome().isDone()) {
                wrongs.add("a submission was never answered");
            }
        }
        return wrongs;
    }

    /** Time passes; the database's clock may jump; the database may be unreachable for longer than any timeout. */
    private void shake() {
        nanos += random.nextInt(20_000_000);
        if (random.nextInt(40) == 0) {
            databaseAhead = random.nextInt(4) == 0
                    ? Duration.ofDays(random.nextInt(-400, 64_000))
                    : Duration.ofSeconds(random.nextInt(-120, 120));
        }
        if (faults > 0 && random.nextInt(60) == 0) {
            outageUntil = nanos + Duration.ofSeconds(random.nextInt(60)).toNanos();
        }
    }

    private void act(Node node) {
        if (node.pending == null) {
            begin(node);
        } else if (random.nextInt(3) == 0) {
            add(node.pending);
            node.appender.prepare(node.pending);
        } else {
            complete(node);
        }
    }

    private void begin(Node node) {
        PendingBatch pending = node.appender.newPendingBatch();
        node.pending = pending;
        add(pending);
        node.appender.prepare(pending);
    }

    private void add(PendingBatch pending) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Submission submission = submission();
            submission.events().forEach(event -> submissions.put(event.id(), submission));
            if (store.isRecorded(submission.command())) {
                repetitions.add(submission);
            }
            pending.add(submission);
        }
    }

    private void complete(Node node) {
        PendingBatch pending = node.pending;
        if (pending == null) {
            return;
        }
        if (random.nextBoolean() && node.appender.rebase(pending)) {
            node.appender.prepare(pending);
        }
        node.pending = null;
        node.writing = true;
        try {
            List<Runnable> answers = node.appender.complete(pending);
            answers.forEach(Runnable::run);
            pending.submissions().forEach(this::judge);
        } catch (LedgerUnavailable e) {
            pending.submissions().forEach(submission -> submission.outcome().completeExceptionally(e));
        } finally {
            node.writing = false;
        }
    }

    /**
     * What may happen while a batch is being written: the same node prepares the next, or the other node writes first.
     */
    private void meanwhile() {
        if (calm) {
            return;
        }
        for (Node node : nodes) {
            if (random.nextInt(3) == 0 && node.pending == null) {
                begin(node);
            } else if (random.nextInt(3) == 0 && !node.writing && !store.isTaken()) {
                complete(node);
            }
        }
    }

    /** An answer must be true of what is committed now. */
    private void judge(Submission submission) {
        List<EventRow> rows = store.rows();
        submission.outcome().whenComplete((position, failure) -> {
            if (failure == null) {
                int last = position.intValue() - 1;
                boolean there = last < rows.size()
                        && rows.get(last).event() == submission.events().getLast();
                wrong(there, "an acknowledged event is not there");
            } else if (failure instanceof AppendEventsTransactionRejectedException) {
                wrong(LedgerModel.conflicts(rows, submission), "a condition that holds was refused");
                wrong(!repetitions.contains(submission), "a command that was recorded before was refused");
            } else if (failure instanceof CommandAlreadyRecorded recorded) {
                long at = recorded.receipt().position();
                wrong(
                        at <= rows.size()
                                && rows.get((int) at - 1)
                                        .leafHash()
                                        .equals(recorded.receipt().leafHash()),
                        "the receipt of a repeated command is not of an event that is there");
            }
        });
    }

    private void wrong(boolean right, String wrong) {
        if (!right) {
            wrongs.add(wrong);
        }
    }

    private Submission submission() {
        CommandKey key = key();
        List<EncodedEvent> events = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            events.add(event(key));
        }
        int head = store.rows().size();
        long after = random.nextInt(3) == 0 ? Submission.UNCONDITIONAL : Math.max(0, head - random.nextInt(4));
        return new Submission(events, after, selection(), new CompletableFuture<>());
    }

    private @Nullable CommandKey key() {
        if (random.nextInt(3) == 0) {
            return null;
        }
        if (!keys.isEmpty() && random.nextInt(4) == 0) {
            return keys.get(random.nextInt(keys.size()));
        }
        CommandKey key = new CommandKey("RUS", uuid(), Hash.sha256());
        keys.add(key);
        return key;
    }

    private Selection selection() {
        Set<String> tags = random.nextBoolean() ? Set.of("n=" + random.nextInt(3)) : Set.of();
        Set<String> types = random.nextBoolean() ? Set.of("t" + random.nextInt(2)) : Set.of();
        return new Selection(List.of(new Selection.Clause(tags, types)));
    }

    private EncodedEvent event(@Nullable CommandKey key) {
        String state = random.nextInt(4) == 0 ? null : random.nextBoolean() ? "RUS" : "CHN";
        String number = "n=" + random.nextInt(3);
        List<String> tags = state == null ? List.of(number) : List.of("memberState=" + state, number);
        byte[] body = Long.toString(random.nextLong()).getBytes(US_ASCII);
        return new EncodedEvent(
                uuid(),
                "t" + random.nextInt(2),
                tags,
                new long[] {1},
                state,
                body,
                SALT,
                Commitment.of(SALT, body),
                key);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}

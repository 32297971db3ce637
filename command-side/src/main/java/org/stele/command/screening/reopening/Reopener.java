package org.stele.command.screening.reopening;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.stele.command.entry.Commands;
import org.stele.command.entry.Rejected;
import org.stele.command.reading.RecordedPayload;
import org.stele.events.NewYork;
import org.stele.events.screening.ScreeningEvent;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;

/**
 * Follows the ledger and reopens the verdicts that a change reopens. It keeps nothing: at a start it folds all screenings,
 * and what was found before and not recorded is found again. Of several nodes one sends; if two did, each verdict would still
 * be reopened once.
 */
final class Reopener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reopener.class);

    /** A list version has 200 KB, any other event that is read far less. */
    private static final int PAGE = 1_000;

    /** Commands under way at a time: while one is written, others are decided. */
    private static final int AT_ONCE = 4;

    private static final Selection SCREENING_EVENTS = Selection.types(EventTypes.all().stream()
            .filter(ScreeningEvent.class::isAssignableFrom)
            .map(EventTypes::name)
            .toArray(String[]::new));

    private final LedgerReader ledger;
    private final Commands commands;
    private final ReopenerLock lock;
    private final Clock clock;
    private final Duration poll;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("reopener").unstarted(this::run);
    private final StandingVerdicts verdicts = new StandingVerdicts();
    private volatile long seen;
    private @Nullable String lastFailure;

    Reopener(LedgerReader ledger, Commands commands, ReopenerLock lock, Clock clock, Duration poll) {
        this.ledger = ledger;
        this.commands = commands;
        this.lock = lock;
        this.clock = clock;
        this.poll = poll;
    }

    /** The position up to which it has read. */
    long seen() {
        return seen;
    }

    private void run() {
        try {
            while (!stopping.await(step() ? 0 : poll.toMillis(), TimeUnit.MILLISECONDS)) {
                // Again.
            }
        } catch (InterruptedException e) {
            LOG.debug("The reopener was interrupted", e);
        } finally {
            lock.close();
        }
    }

    /** Reads on and sends what is due; whether something was sent, so that the ledger has grown. */
    private boolean step() throws InterruptedException {
        try {
            follow();
            Collection<Reopening> due = verdicts.due();
            boolean sent = !due.isEmpty() && lock.isHeld() && send(due);
            lastFailure = null;
            return sent;
        } catch (RuntimeException e) {
            String failure = String.valueOf(e.getMessage());
            if (!failure.equals(lastFailure)) {
                LOG.warn("Verdicts cannot be reopened now, trying again: {}", failure);
            }
            lastFailure = failure;
            return false;
        }
    }

    private void follow() {
        long head = ledger.head();
        while (seen < head && stopping.getCount() > 0) {
            List<StoredEvent> page = ledger.read(SCREENING_EVENTS, seen, head, PAGE);
            // Checked and decoded on all processors: at a start it is every screening that there is.
            page.parallelStream().map(this::read).toList().forEach(event -> event.ifPresent(verdicts::apply));
            seen = page.size() < PAGE ? head : page.getLast().position();
        }
    }

    /** No decision uses a body that its leaf does not commit to: where two persons accepted the damage, it is passed over. */
    private Optional<ScreeningEvent> read(StoredEvent stored) {
        if (!stored.isIntact() && ledger.acceptedDamage().containsKey(stored.position())) {
            return Optional.empty();
        }
        Object event = RecordedPayload.of(stored);
        if (event == null) {
            throw new LedgerDamaged("event %s is of a newer program: %s".formatted(stored.position(), stored.type()));
        }
        return Optional.of((ScreeningEvent) event);
    }

    /** Ends with the first failure, and where the node stops: what is left is found again. */
    private boolean send(Collection<Reopening> due) throws InterruptedException {
        LocalDate today = NewYork.today(clock);
        List<ReopeningBatch> batches = ReopeningBatch.of(due);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < batches.size() && stopping.getCount() > 0; from += AT_ONCE) {
                List<Callable<ReopeningBatch>> some =
                        batches.subList(from, Math.min(batches.size(), from + AT_ONCE)).stream()
                                .<Callable<ReopeningBatch>>map(batch -> () -> send(batch, today))
                                .toList();
                for (Future<ReopeningBatch> sent : senders.invokeAll(some)) {
                    arrived(sent).all().forEach(verdicts::done);
                }
            }
        }
        return true;
    }

    private static ReopeningBatch arrived(Future<ReopeningBatch> sent) {
        if (sent.state() == Future.State.SUCCESS) {
            return sent.resultNow();
        }
        Throwable failure = sent.exceptionNow();
        throw new IllegalStateException(Objects.requireNonNullElse(failure.getMessage(), "a command failed"), failure);
    }

    /** The same batch once it is on record, or refused for good: then none of its verdicts stands any more. */
    private ReopeningBatch send(ReopeningBatch batch, LocalDate today) {
        try {
            commands.send(batch.command(today), batch.digest());
        } catch (Rejected refusal) {
            if (refusal.code().equals("concurrent-change")) {
                throw refusal;
            }
            LOG.debug("{} verdicts are not reopened: {}", batch.all().size(), refusal.getMessage());
        }
        return batch;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Starts when commands can be sent, and stops before they cannot. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2048;
    }

    /** A thread is started once. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}

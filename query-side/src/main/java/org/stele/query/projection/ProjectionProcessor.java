package org.stele.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.projection.rows.Redactions;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.StateFileRows.Progress;
import org.stele.query.projection.rows.ViewsNotTrusted;

/**
 * Runs the projection, from the application's start to its end: an Axon processor, and a watchdog that replaces it when
 * it is lost. Where nothing is folded yet of a ledger that has events, a rebuild comes first, which compares them with
 * what was signed. It is configured here, independently of any other Axon configuration in the same JVM.
 */
final class ProjectionProcessor implements SmartLifecycle {

    /** How often the watchdog checks. */
    static final Duration WATCH = Duration.ofSeconds(5);

    /** How long a processor may begin no batch while the ledger grows. */
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A rebuild reads the whole ledger. */
    private static final Duration AFTER_DAMAGE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProcessor.class);

    private final OpenLedger ledger;
    private final StateFileRows rows;
    private final Rebuild rebuild;
    private final Watch watch;
    private final Stall stall;
    private final Findings findings;
    private final Redactions redactions;
    private final AtomicLong batches = new AtomicLong();
    private final Supplier<ProcessorInstance> processors;
    private final ScheduledExecutorService watchdog = ProcessorInstance.executor("state-file-watchdog");
    private volatile @Nullable ProcessorInstance processor;
    private volatile boolean isRunning;
    private Instant notBefore = Instant.MIN;

    /** How often the watchdog checks, and its timeout. */
    record Watch(Duration every, Duration timeout) {

        static final Watch DEFAULTS = new Watch(WATCH, TIMEOUT);
    }

    ProjectionProcessor(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventStorageEngine engine,
            OpenLedger ledger,
            StateFileRows rows,
            StateFileProjection projection,
            Rebuild rebuild,
            Findings findings,
            Redactions redactions,
            Watch watch) {
        this.ledger = ledger;
        this.rows = rows;
        this.rebuild = rebuild;
        this.findings = findings;
        this.redactions = redactions;
        this.watch = watch;
        this.stall = new Stall(watch.timeout());
        this.processors = () -> new ProcessorInstance(
                StateFileRows.NAME,
                dataSource,
                transactions,
                engine,
                position -> fold(projection, position),
                () -> rows.progress().position());
    }

    private void fold(StateFileProjection projection, long position) {
        batches.incrementAndGet();
        try {
            projection.foldTo(position);
            findings.replace(Findings.By.PROJECTION, List.of());
        } catch (LedgerDamaged | ViewsNotTrusted e) {
            findings.replace(Findings.By.PROJECTION, List.of(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    @Override
    public void start() {
        isRunning = true;
        watchdog.scheduleWithFixedDelay(this::look, 0, watch.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (processor == null) {
                if (!Instant.now().isBefore(notBefore)) {
                    begin();
                }
            } else {
                replaceLost();
                followRedactions();
            }
        } catch (LedgerDamaged e) {
            notBefore = Instant.now().plus(AFTER_DAMAGE);
            LOG.error("Nothing is folded: {}. It is tried again in {}", e.getMessage(), AFTER_DAMAGE);
        } catch (RuntimeException e) {
            LOG.warn("The projection could not be watched; it is tried again", e);
        }
    }

    private void begin() {
        if (rows.progress().position() == 0 && ledger.head() > 0) {
            Progress progress = rebuild.run();
            LOG.info("Every file was folded from the events, up to position {}", progress.position());
        }
        startAnother();
    }

    private void followRedactions() {
        if (redactions.isWaiting()) {
            Progress progress = rebuild.run();
            redactions.followed();
            LOG.info(
                    "Every file was folded anew without what was removed by order, up to position {}",
                    progress.position());
        }
    }

    /** Replaces it whatever status it reports: its segment can be lost for good (AxonFramework #4048, #4077). */
    private void replaceLost() {
        Progress progress = rows.progress();
        if (!stall.isLost(new Stall.Look(Instant.now(), progress.position(), ledger.head(), batches.get()))) {
            return;
        }
        LOG.warn("The projection stays at position {}; its processor is replaced", progress.position());
        stall.reset();
        ProcessorInstance lost = processor;
        if (lost != null) {
            lost.stop();
        }
        rows.dropTokens();
        startAnother();
    }

    private void startAnother() {
        ProcessorInstance another = processors.get();
        processor = another;
        another.start();
    }

    @Override
    public void stop() {
        isRunning = false;
        watchdog.shutdownNow();
        ProcessorInstance last = processor;
        if (last != null) {
            last.stop();
        }
    }

    /** A stopped instance is not started again: the threads of a processor end with it. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}

package org.stele.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.ViewsNotTrusted;
import org.stele.query.replay.DeadLettersByState;

/**
 * The health of the projection, measured against the ledger's own head, not by the processor's state. It is down until
 * the projection has reached the head of the application's start and any position required since; when it has not
 * reached a head seen some time ago; and while stored views, or the events that they are folded from, were changed from
 * outside: the details name the findings.
 */
public final class ProjectionHealth extends AbstractHealthIndicator {

    /** How long the projection may take to reach a head. */
    static final Duration MAX_DELAY = Duration.ofSeconds(15);

    private static final long NOT_LOOKED = -1;

    private final OpenLedger ledger;
    private final StateFileRows rows;
    private final DeadLetterRows heldRows;
    private final Findings findings;
    private final InstantSource time;
    private final AtomicLong required = new AtomicLong(NOT_LOOKED);
    private Mark mark = new Mark(0, Instant.EPOCH);

    /** A head that the ledger had, and when it was seen. */
    private record Mark(long head, Instant seenAt) {}

    ProjectionHealth(
            OpenLedger ledger, StateFileRows rows, DeadLetterRows heldRows, Findings findings, InstantSource time) {
        this.ledger = ledger;
        this.rows = rows;
        this.heldRows = heldRows;
        this.findings = findings;
        this.time = time;
    }

    /** Keeps the health down until the projection has reached this position too, such as the end of an import. */
    public void require(long position) {
        required.accumulateAndGet(position, Math::max);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long head = ledger.head();
        required.compareAndSet(NOT_LOOKED, head);
        long position = rows.progress().position();
        DeadLettersByState held = heldRows.live();
        List<String> wrong = wrong();
        boolean isUp = wrong.isEmpty() & position >= required.get() & follows(position, head);
        health.status(isUp ? Status.UP : Status.DOWN)
                .withDetail("head", head)
                .withDetail("position", position)
                .withDetail("lag", Math.max(0, head - position))
                .withDetail("required", required.get());
        // Only that State's file is behind; the others and the service are up to date.
        if (!held.isEmpty()) {
            health.withDetail("heldStates", held.all().size()).withDetail("heldEvents", held.count());
        }
        if (!wrong.isEmpty()) {
            health.withDetail("notTrusted", wrong);
        } else if (!isUp) {
            health.withDetail("reason", "events that are recorded are not in the views yet");
        }
    }

    /** The last findings, and those on the projection's own row now. */
    private List<String> wrong() {
        List<String> wrong = new ArrayList<>(findings.all());
        try {
            rows.standing().read();
        } catch (ViewsNotTrusted e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
        return wrong.stream().distinct().toList();
    }

    /** Whether the marked head was reached, or still has time. A reached mark is replaced by the next. */
    private synchronized boolean follows(long position, long head) {
        Instant now = time.instant();
        if (position >= mark.head()) {
            mark = new Mark(head, now);
        }
        return position >= mark.head() || !now.isAfter(mark.seenAt().plus(MAX_DELAY));
    }
}

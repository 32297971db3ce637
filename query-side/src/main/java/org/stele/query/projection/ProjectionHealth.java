package org.stele.query.projection;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.stele.eventstore.LedgerReader;

/**
 * The health of the projection: down until it has reached the head that the ledger had when the application first looked,
 * and any position that was required since.
 */
public final class ProjectionHealth implements HealthIndicator {

    private static final long NOT_LOOKED = -1;

    private final LedgerReader ledger;
    private final StateFileRows rows;
    private final AtomicLong required = new AtomicLong(NOT_LOOKED);

    ProjectionHealth(LedgerReader ledger, StateFileRows rows) {
        this.ledger = ledger;
        this.rows = rows;
    }

    /** Keeps the health down until the projection has reached this position too, such as the end of an import. */
    public void require(long position) {
        required.accumulateAndGet(position, Math::max);
    }

    @Override
    public Health health() {
        long head = ledger.head();
        required.compareAndSet(NOT_LOOKED, head);
        long position = rows.progress().position();
        Health.Builder health = position >= required.get() ? Health.up() : Health.down();
        return health.withDetail("head", head)
                .withDetail("position", position)
                .withDetail("required", required.get())
                .build();
    }
}

package org.stele.identity.accesslog;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while the access log cannot be written: what is not for everybody is read, and nobody will know by whom. */
final class AccessLogHealth implements HealthIndicator {

    /** A database that is away for a moment is no finding. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AccessLog log;
    private final Clock clock;

    AccessLogHealth(AccessLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Health health() {
        AccessLog.Status status = log.status();
        boolean fails = status.failingSince() != null
                && status.failingSince().plus(PATIENCE).isBefore(clock.instant());
        Health.Builder health = (fails ? Health.down() : Health.up())
                .withDetail("waiting", status.waiting())
                .withDetail("lost", status.lostCount());
        if (fails) {
            health.withDetail("reason", "Reads of what is not for everybody are not logged: " + status.failure());
        }
        return health.build();
    }
}

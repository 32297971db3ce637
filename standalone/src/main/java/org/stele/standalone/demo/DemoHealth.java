package org.stele.standalone.demo;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down until the demonstration's files have been entered. */
final class DemoHealth implements HealthIndicator {

    private volatile boolean finished;

    void finished() {
        finished = true;
    }

    @Override
    public Health health() {
        return finished
                ? Health.up().build()
                : Health.down().withDetail("demo", "being entered").build();
    }
}

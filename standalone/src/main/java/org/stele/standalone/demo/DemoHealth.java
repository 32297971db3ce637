package org.stele.standalone.demo;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down until the demonstration's files have been entered. */
final class DemoHealth implements HealthIndicator {

    private volatile String missing = "being entered";

    void finished() {
        missing = "";
    }

    void refused(String reason) {
        missing = reason;
    }

    @Override
    public Health health() {
        return missing.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("demo", missing).build();
    }
}

package org.stele.command.custody.accesslog;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a row of the access log is known not to be as it was written. */
final class AccessLogDigestHealth implements HealthIndicator {

    private final AccessLogDigester digester;

    AccessLogDigestHealth(AccessLogDigester digester) {
        this.digester = digester;
    }

    @Override
    public Health health() {
        String changed = digester.changed();
        return changed.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("reason", changed).build();
    }
}

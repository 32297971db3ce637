package org.stele.standalone;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.stele.standalone.home.DatabaseHandle;
import org.stele.standalone.postgres.DatabaseState;
import org.stele.standalone.postgres.DatabaseState.Phase;

/** Down while the embedded database does not run; the details name the cause and the next step. */
final class DatabaseHealth implements HealthIndicator {

    private final DatabaseHandle handle;

    DatabaseHealth(DatabaseHandle handle) {
        this.handle = handle;
    }

    @Override
    public Health health() {
        DatabaseState state = handle.state();
        if (state.phase() == Phase.RUNNING) {
            return Health.up().build();
        }
        return Health.down()
                .withDetail("phase", state.phase())
                .withDetail("tries", state.tries())
                .withDetail("reason", state.reason())
                .build();
    }
}

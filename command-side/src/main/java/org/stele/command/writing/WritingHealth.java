package org.stele.command.writing;

import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.stele.eventstore.guard.WriteGate;

/** Down while commands are refused, with the reason of each keeper under its name. */
final class WritingHealth implements HealthIndicator {

    private final WriteGate gate;

    WritingHealth(WriteGate gate) {
        this.gate = gate;
    }

    @Override
    public Health health() {
        var reasons = gate.reasons();
        Health.Builder health = reasons.isEmpty() ? Health.up() : Health.down();
        reasons.forEach((keeper, reason) -> health.withDetail(keeper.name().toLowerCase(Locale.ROOT), reason));
        return health.build();
    }
}

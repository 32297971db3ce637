package org.stele.command.audit;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.stele.eventstore.audit.AuditFinding;
import org.stele.eventstore.audit.AuditStatus;
import org.stele.eventstore.audit.BackgroundAudit;

/** Down while a finding is open, and while the audit cannot read; the details always show its progress. */
final class AuditHealth implements HealthIndicator {

    private final BackgroundAudit audit;

    AuditHealth(BackgroundAudit audit) {
        this.audit = audit;
    }

    @Override
    public Health health() {
        AuditStatus status = audit.status();
        boolean works = status.findings().isEmpty() && status.interruption().isEmpty();
        Health.Builder health = (works ? Health.up() : Health.down())
                .withDetail("position", status.position())
                .withDetail("size", status.size())
                .withDetail("passes", status.passes())
                .withDetail("lastPassMillis", status.lastPass().toMillis())
                .withDetail("acceptedDamage", status.accepted());
        if (status.lastPassEndedAt() != null) {
            health.withDetail("lastPassEndedAt", status.lastPassEndedAt().toString());
        }
        if (!status.findings().isEmpty()) {
            health.withDetail(
                    "found", status.findings().stream().map(AuditFinding::what).toList());
        }
        if (!status.interruption().isEmpty()) {
            health.withDetail("reason", status.interruption());
        }
        return health.build();
    }
}

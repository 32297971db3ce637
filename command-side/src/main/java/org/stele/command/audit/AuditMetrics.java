package org.stele.command.audit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import org.stele.eventstore.audit.BackgroundAudit;

/** The metrics of the background audit. */
final class AuditMetrics implements MeterBinder {

    private final BackgroundAudit audit;

    AuditMetrics(BackgroundAudit audit) {
        this.audit = audit;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stele.audit.position", audit, one -> one.status().position())
                .description("The last event read in the pass that is under way")
                .register(registry);
        FunctionCounter.builder("stele.audit.passes", audit, one -> one.status().passes())
                .description("Passes over the whole ledger since the start")
                .register(registry);
        Gauge.builder(
                        "stele.audit.last.pass",
                        audit,
                        one -> one.status().lastPass().toNanos() / 1e9)
                .baseUnit("seconds")
                .description("How long the last pass over the whole ledger took")
                .register(registry);
        Gauge.builder("stele.audit.last.pass.ended", audit, AuditMetrics::endedAt)
                .baseUnit("seconds")
                .description(
                        "When the last pass over the whole ledger ended, in seconds since 1970; 0 before the first")
                .register(registry);
        Gauge.builder(
                        "stele.audit.findings",
                        audit,
                        one -> one.status().findings().size())
                .description("Places found damaged that are neither mended nor accepted")
                .register(registry);
        Gauge.builder("stele.audit.accepted", audit, one -> one.status().accepted())
                .description("Positions whose damage two persons accepted")
                .register(registry);
    }

    private static double endedAt(BackgroundAudit audit) {
        Instant ended = audit.status().lastPassEndedAt();
        return ended == null ? 0 : ended.toEpochMilli() / 1e3;
    }
}

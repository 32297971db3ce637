package org.stele.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.StateFileRows;

/** The metrics of the projection, read from the database on request. */
final class ProjectionMetrics implements MeterBinder {

    private final OpenLedger ledger;
    private final StateFileRows rows;
    private final DeadLetterRows heldRows;

    ProjectionMetrics(OpenLedger ledger, StateFileRows rows, DeadLetterRows heldRows) {
        this.ledger = ledger;
        this.rows = rows;
        this.heldRows = heldRows;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stele.projection.position", rows, read -> read.progress().position())
                .description("Every event up to it is folded, or held back")
                .register(registry);
        Gauge.builder("stele.projection.lag", this, ProjectionMetrics::lag)
                .description("Events between the projection and the ledger's head")
                .register(registry);
        Gauge.builder(
                        "stele.projection.held.events",
                        heldRows,
                        held -> held.live().count())
                .description("Events held back, because one of their State cannot be folded")
                .register(registry);
        Gauge.builder(
                        "stele.projection.held.states",
                        heldRows,
                        held -> held.live().all().size())
                .description("States of which events are held back")
                .register(registry);
    }

    private double lag() {
        long position = rows.progress().position();
        return Math.max(0, ledger.head() - position);
    }
}

package org.stele.command.writing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.guard.WriteGate.Keeper;

/** The metrics of the gate, one for each keeper. */
final class WritingMetrics implements MeterBinder {

    private final WriteGate gate;

    WritingMetrics(WriteGate gate) {
        this.gate = gate;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Keeper keeper : Keeper.values()) {
            Gauge.builder("stele.writing.closed", gate, one -> one.reasons().containsKey(keeper) ? 1 : 0)
                    .tag("keeper", keeper.name().toLowerCase(Locale.ROOT))
                    .description("1 while commands are refused because of what this keeper found")
                    .register(registry);
        }
    }
}

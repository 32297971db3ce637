package org.stele.command.signing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.SigningStatus;

/** The metrics of the signer. */
final class SigningMetrics implements MeterBinder {

    private final CheckpointSigner signer;
    private final LedgerReader ledger;

    SigningMetrics(CheckpointSigner signer, LedgerReader ledger) {
        this.signer = signer;
        this.ledger = ledger;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("stele.signing.size", signer, one -> one.status().size())
                .description("Events under the last signed checkpoint")
                .register(registry);
        Gauge.builder("stele.signing.lag", this, SigningMetrics::lag)
                .description("Events that no signed checkpoint covers yet")
                .register(registry);
        Gauge.builder("stele.signing.round", signer, one -> one.status().round().toNanos() / 1e9)
                .baseUnit("seconds")
                .description("How long the last round took, witnesses included")
                .register(registry);
        Gauge.builder("stele.signing.stopped", signer, SigningMetrics::stopped)
                .description("1 when something was found that must not be signed")
                .register(registry);
    }

    private double lag() {
        return Math.max(0, ledger.head() - signer.status().size());
    }

    private static double stopped(CheckpointSigner signer) {
        return signer.status().phase() == SigningStatus.Phase.STOPPED ? 1 : 0;
    }
}

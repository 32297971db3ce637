package org.stele.command.discrepancies.resolvediscrepancy;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.discrepancies.RecordedFile;
import org.stele.eventstore.read.LedgerReader;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ResolveDiscrepancyEndpoint.class)
public class ResolveDiscrepancySlice {

    @Bean
    AxonModule resolveDiscrepancy() {
        return RecordedFile.module(
                new ResolveDiscrepancyHandler(),
                ResolveDiscrepancyHandler.State.class,
                ResolveDiscrepancyHandler.State::new);
    }

    @Bean
    DiscrepancyOwners discrepancyOwners(@Qualifier("commandLedgerReader") LedgerReader ledger) {
        return new DiscrepancyOwners(ledger);
    }
}

package org.stele.command.discrepancies.resolvediscrepancy;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.discrepancies.RecordedFile;
import org.stele.command.discrepancies.RecordedFiles;
import org.stele.command.rules.SeenDiscrepancies;
import org.stele.events.seal.Seals;
import org.stele.eventstore.read.LedgerReader;
import org.stele.statefile.across.AcrossStates;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import(ResolveDiscrepancyEndpoint.class)
public class ResolveDiscrepancySlice {

    @Bean
    AxonModule resolveDiscrepancy(DiscrepancyOwners owners) {
        return module(owners::across);
    }

    /** @param others what other States' files have in common with that of a command's State */
    static AxonModule module(Function<ResolveDiscrepancy, @Nullable AcrossStates> others) {
        return RecordedFile.module(
                new ResolveDiscrepancyHandler(others),
                ResolveDiscrepancyHandler.State.class,
                ResolveDiscrepancyHandler.State::new);
    }

    @Bean
    DiscrepancyOwners discrepancyOwners(
            @Qualifier("commandLedgerReader") LedgerReader ledger, RecordedFiles recordedFiles) {
        return new DiscrepancyOwners(ledger, recordedFiles);
    }

    /** For other contexts, which read no files. */
    @Bean
    SeenDiscrepancies seenDiscrepancies(RecordedFiles recordedFiles) {
        return recordedFiles::has;
    }

    @Bean
    RecordedFiles recordedFiles(@Qualifier("commandLedgerReader") LedgerReader ledger, Seals seals) {
        return new RecordedFiles(ledger, seals);
    }
}

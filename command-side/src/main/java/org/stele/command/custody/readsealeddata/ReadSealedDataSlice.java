package org.stele.command.custody.readsealeddata;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.command.axon.AxonModule;
import org.stele.command.http.CommandResponder;
import org.stele.events.seal.Seals;
import org.stele.eventstore.read.LedgerReader;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
@Import({ReadSealedDataEndpoint.class, SealedPageController.class})
public class ReadSealedDataSlice {

    @Bean
    AxonModule readSealedData(@Qualifier("commandLedgerReader") LedgerReader ledger) {
        return AxonModule.of(new ReadSealedDataHandler(new SealedParts(ledger)));
    }

    @Bean
    SealedReading sealedReading(
            CommandResponder responder, @Qualifier("commandLedgerReader") LedgerReader ledger, Seals seals) {
        return new SealedReading(responder, new SealedParts(ledger), seals);
    }
}

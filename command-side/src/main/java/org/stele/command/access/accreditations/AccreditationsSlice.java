package org.stele.command.access.accreditations;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.eventstore.read.LedgerReader;

/** The page's beans. */
@Configuration(proxyBeanMethods = false)
@Import(AccreditationsController.class)
public class AccreditationsSlice {

    @Bean
    RecordedAccreditations recordedAccreditations(@Qualifier("commandLedgerReader") LedgerReader ledger) {
        return new RecordedAccreditations(ledger);
    }
}

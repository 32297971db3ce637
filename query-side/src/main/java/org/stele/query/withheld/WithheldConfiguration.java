package org.stele.query.withheld;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.read.LedgerReader;

/** The one answer to what a reader is shown, for whatever shows events. */
@Configuration(proxyBeanMethods = false)
public class WithheldConfiguration {

    @Bean
    Sights sights(@Qualifier("queryLedgerReader") LedgerReader ledger) {
        return new Sights(ledger);
    }
}

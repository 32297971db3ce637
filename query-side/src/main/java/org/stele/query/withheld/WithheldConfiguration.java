package org.stele.query.withheld;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.read.LedgerReader;

/** The one source of the rules on withheld events, for everything that shows events. */
@Configuration(proxyBeanMethods = false)
public class WithheldConfiguration {

    @Bean
    Sights sights(@Qualifier("queryLedgerReader") LedgerReader ledger) {
        return new Sights(ledger);
    }
}

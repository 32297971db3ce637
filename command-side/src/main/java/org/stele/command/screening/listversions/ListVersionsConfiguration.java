package org.stele.command.screening.listversions;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.read.LedgerReader;

/** The bean that several slices ask for list versions. */
@Configuration(proxyBeanMethods = false)
public class ListVersionsConfiguration {

    @Bean
    ListVersions listVersions(@Qualifier("commandLedgerReader") LedgerReader ledger) {
        return new ListVersions(ledger);
    }
}

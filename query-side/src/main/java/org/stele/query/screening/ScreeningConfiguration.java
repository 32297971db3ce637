package org.stele.query.screening;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerReader;

/** The index of screenings and its API. */
@Configuration(proxyBeanMethods = false)
@Import({ScreeningsController.class, ListVersionsController.class})
public class ScreeningConfiguration {

    @Bean
    ScreeningRegister screeningRegister(
            @Qualifier("queryDataSource") DataSource dataSource, @Qualifier("queryLedgerReader") LedgerReader ledger) {
        return new ScreeningRegister(ledger, new LedgerBulkReader(dataSource));
    }
}

package org.stele.query.screening;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.projection.ProjectionSource;

/** The index of screenings and its API. */
@Configuration(proxyBeanMethods = false)
@Import({ScreeningsController.class, ListVersionsController.class})
public class ScreeningConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ScreeningConfiguration.class);

    @Bean
    ScreeningRegister screeningRegister(ProjectionSource source) {
        return new ScreeningRegister(source.ledger(), source.scan());
    }

    /** Nobody has to wait until a large ledger is read; where it cannot be read now, the first request tells. */
    @Bean
    ApplicationRunner readScreenings(ScreeningRegister screeningRegister, OpenLedger ledger) {
        return _ -> Thread.ofVirtual().name("screenings").start(() -> {
            try {
                screeningRegister.readTo(ledger.head());
            } catch (LedgerUnavailable | LedgerDamaged e) {
                LOG.warn("Screenings cannot be read yet: {}", e.getMessage());
            }
        });
    }
}

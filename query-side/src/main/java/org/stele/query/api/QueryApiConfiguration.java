package org.stele.query.api;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.view.ViewPoints;
import org.stele.query.withheld.Sights;
import org.stele.query.withheld.WithheldConfiguration;
import org.stele.web.json.WebJson;

/** The controllers of the JSON API. */
@Configuration(proxyBeanMethods = false)
@Import({StateController.class, UnavailableAdvice.class, WithheldConfiguration.class})
public class QueryApiConfiguration {

    @Bean
    EventsController eventsController(
            @Qualifier("queryLedgerReader") LedgerReader ledger, ViewPoints viewPoints, Sights sights) {
        return new EventsController(ledger, viewPoints, sights, WebJson.MAPPER);
    }
}

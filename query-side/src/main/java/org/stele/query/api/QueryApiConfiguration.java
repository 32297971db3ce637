package org.stele.query.api;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.lens.EventLenses;
import org.stele.query.view.States;
import org.stele.query.view.ViewPoints;
import org.stele.web.json.WebJson;
import org.stele.web.page.Etags;

/** The controllers of the JSON API. */
@Configuration(proxyBeanMethods = false)
@Import({
    StateController.class,
    DiscrepancyController.class,
    DueController.class,
    DueOverviewController.class,
    ChangesController.class,
    UnavailableAdvice.class
})
public class QueryApiConfiguration {

    @Bean
    ViewAnswers viewAnswers(States states, ViewPoints viewPoints, Etags etags) {
        return new ViewAnswers(states, viewPoints, etags);
    }

    @Bean
    EventsController eventsController(
            @Qualifier("queryLedgerReader") LedgerReader ledger, ViewPoints viewPoints, EventLenses lenses) {
        return new EventsController(ledger, viewPoints, lenses, WebJson.MAPPER);
    }
}

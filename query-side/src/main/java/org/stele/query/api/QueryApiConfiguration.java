package org.stele.query.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.lens.SeenEvents;
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
    EventsController eventsController(OpenLedger ledger, ViewPoints viewPoints, SeenEvents seen) {
        return new EventsController(ledger, viewPoints, seen, WebJson.MAPPER);
    }
}

package org.stele.query.lens;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.view.States;

/** The one source of what an audience sees of events, for everything that shows them. */
@Configuration(proxyBeanMethods = false)
public class LensConfiguration {

    @Bean
    EventLenses eventLenses(States states, OpenLedger ledger) {
        return new EventLenses(states::file, ledger);
    }

    @Bean
    SeenEvents seenEvents(BodySource bodies, EventLenses lenses) {
        return new SeenEvents(bodies, lenses);
    }
}

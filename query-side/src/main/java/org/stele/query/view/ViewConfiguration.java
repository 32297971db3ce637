package org.stele.query.view;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.LedgerReader;
import org.stele.query.projection.StateFileRows;

/** The views, for the API and for pages. */
@Configuration(proxyBeanMethods = false)
public class ViewConfiguration {

    @Bean
    States states(@Qualifier("queryLedgerReader") LedgerReader ledger, StateFileRows rows) {
        return new States(ledger, rows);
    }

    @Bean
    Board board(@Qualifier("queryLedgerReader") LedgerReader ledger, StateFileRows rows) {
        return new Board(ledger, rows);
    }

    @Bean
    ViewPoints viewPoints(States states, @Qualifier("queryClock") Clock clock) {
        return new ViewPoints(states, clock);
    }
}

package org.stele.query.view;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.projection.StateFileCache;
import org.stele.query.replay.Replay;

/** The views, for the API and for pages. */
@Configuration(proxyBeanMethods = false)
public class ViewConfiguration {

    @Bean
    States states(@Qualifier("queryLedgerReader") LedgerReader ledger, StateFileCache files, Replay replay) {
        return new States(ledger, files, replay);
    }

    @Bean
    Board board(StateFileCache files, Replay replay) {
        return new Board(files, replay);
    }

    @Bean
    ViewPoints viewPoints(States states, @Qualifier("queryClock") Clock clock) {
        return new ViewPoints(states, clock);
    }
}

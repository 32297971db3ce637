package org.stele.query.view;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.across.SubjectRegister;
import org.stele.query.projection.LaterEvents;
import org.stele.query.projection.LiveFiles;
import org.stele.web.actor.Audiences;

/** The views, for the API and for pages. */
@Configuration(proxyBeanMethods = false)
public class ViewConfiguration {

    @Bean
    States states(
            OpenLedger ledger,
            LiveFiles files,
            LaterEvents later,
            @Qualifier("queryClock") Clock clock,
            SubjectRegister subjects) {
        return new States(ledger, files, later, clock, subjects);
    }

    @Bean
    Board board(
            OpenLedger ledger,
            LiveFiles files,
            LaterEvents later,
            @Qualifier("queryClock") Clock clock,
            SubjectRegister subjects) {
        return new Board(ledger, files, later, clock, subjects);
    }

    @Bean
    ViewPoints viewPoints(OpenLedger ledger, Audiences audiences, @Qualifier("queryClock") Clock clock) {
        return new ViewPoints(ledger, audiences, clock);
    }
}

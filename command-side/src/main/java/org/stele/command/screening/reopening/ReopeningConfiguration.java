package org.stele.command.screening.reopening;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.command.entry.Commands;
import org.stele.eventstore.read.LedgerReader;

/** The reopener of this node. */
@Configuration(proxyBeanMethods = false)
public class ReopeningConfiguration {

    private static final Duration POLL = Duration.ofSeconds(1);

    @Bean
    Reopener reopener(
            @Qualifier("commandLedgerReader") LedgerReader ledger,
            Commands commands,
            @Qualifier("commandDataSource") DataSource unpooled,
            Clock clock) {
        return new Reopener(ledger, commands, new ReopenerLock(unpooled), clock, POLL);
    }
}

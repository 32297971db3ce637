package org.stele.command.custody.accesslog;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stele.command.axon.AxonModule;
import org.stele.command.custody.Rounds;
import org.stele.command.entry.Commands;
import org.stele.events.custody.CustodyMatter;
import org.stele.eventstore.read.LedgerReader;
import org.stele.identity.accesslog.AccessRows;

/** The slice's beans. */
@Configuration(proxyBeanMethods = false)
public class AccessLogDigestSlice {

    private static final Duration POLL = Duration.ofMinutes(1);

    @Bean
    AxonModule recordAccessLogDigest() {
        return AxonModule.of(
                new RecordAccessLogDigestHandler(), CustodyMatter.class, RecordAccessLogDigestHandler.State.class);
    }

    @Bean
    AccessLogDigester accessLogDigester(
            @Qualifier("commandLedgerReader") LedgerReader ledger,
            @Qualifier("commandDataSource") DataSource database,
            Commands commands,
            Clock clock) {
        return new AccessLogDigester(ledger, new AccessRows(database), commands, clock, AccessLogDigester.GRACE);
    }

    @Bean
    Rounds accessLogDigesterRounds(AccessLogDigester digester) {
        return new Rounds("access-log-digester", POLL, digester::digest);
    }

    @Bean
    AccessLogDigestHealth accessLogDigestHealthIndicator(AccessLogDigester digester) {
        return new AccessLogDigestHealth(digester);
    }
}

package org.stele.standalone.demo;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.stele.command.entry.Commands;
import org.stele.command.importing.Importer;
import org.stele.eventstore.LedgerReader;
import org.stele.query.projection.ProjectionHealth;

/** Enters the demonstration's files at every start: on an empty home they are recorded, later none is entered twice. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
public class DemoConfiguration {

    @Bean
    DemoHealth demoHealth() {
        return new DemoHealth();
    }

    @Bean
    ApplicationRunner demo(
            Commands commands,
            @Qualifier("queryLedgerReader") LedgerReader ledger,
            ProjectionHealth projection,
            DemoHealth health) {
        DemoFiles files = new DemoFiles(new Importer(commands, ledger::head, Clock.systemUTC()));
        return _ -> {
            files.enter();
            projection.require(ledger.head());
            health.finished();
        };
    }
}

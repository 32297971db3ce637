package org.stele.query.projection;

import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.eventstore.LedgerEventStorageEngine;
import org.stele.eventstore.LedgerReader;
import org.stele.eventstore.LedgerSignal;

/** The projection and what it needs, on the data source of the query role. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** The ledger as the query role reads it. */
    @Bean
    LedgerReader queryLedgerReader(@Qualifier("queryDataSource") DataSource dataSource) {
        return new LedgerReader(dataSource);
    }

    /** It keeps one connection for itself. */
    @Bean(destroyMethod = "close")
    LedgerSignal queryLedgerSignal(@Qualifier("queryDataSource") DataSource dataSource) {
        return LedgerSignal.start(dataSource, POLL);
    }

    /** The tables of schema query are brought up to date before anything reads them. */
    @Bean
    StateFileRows stateFileRows(@Qualifier("queryDataSource") DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("query")
                .locations("classpath:db/query")
                .cleanDisabled(true)
                .load()
                .migrate();
        return new StateFileRows(dataSource);
    }

    @Bean
    ProjectionProcessor stateFileProcessor(
            @Qualifier("queryDataSource") DataSource dataSource,
            @Qualifier("queryLedgerReader") LedgerReader ledger,
            @Qualifier("queryLedgerSignal") LedgerSignal signal,
            StateFileRows rows) {
        return new ProjectionProcessor(
                dataSource,
                new JdbcTransactionManager(dataSource),
                new LedgerEventStorageEngine(ledger, signal),
                ledger,
                rows);
    }

    @Bean
    Rebuild stateFileRebuild(
            @Qualifier("queryDataSource") DataSource dataSource,
            @Qualifier("queryLedgerReader") LedgerReader ledger,
            StateFileRows rows) {
        return new Rebuild(ledger, rows, new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }

    /** Shown as {@code projection} among the components of the health. */
    @Bean("projectionHealthIndicator")
    ProjectionHealth projectionHealth(@Qualifier("queryLedgerReader") LedgerReader ledger, StateFileRows rows) {
        return new ProjectionHealth(ledger, rows);
    }

    @Bean
    ProjectionEndpoint projectionEndpoint(
            @Qualifier("queryLedgerReader") LedgerReader ledger, StateFileRows rows, Rebuild rebuild) {
        return new ProjectionEndpoint(ledger, rows, rebuild);
    }
}

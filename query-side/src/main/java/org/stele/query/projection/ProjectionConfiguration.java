package org.stele.query.projection;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.eventstore.LedgerEventStorageEngine;
import org.stele.eventstore.LedgerReader;
import org.stele.eventstore.LedgerScan;
import org.stele.eventstore.LedgerSignal;
import org.stele.query.replay.EventDecoder;
import org.stele.query.replay.Replay;

/** The projection and what it needs, on the data source of the query role. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** The ledger as the query role reads it. */
    @Bean
    LedgerReader queryLedgerReader(@Qualifier("queryDataSource") DataSource dataSource) {
        return new LedgerReader(dataSource);
    }

    @Bean
    Replay replay(
            @Qualifier("queryDataSource") DataSource dataSource, @Qualifier("queryLedgerReader") LedgerReader ledger) {
        return new Replay(ledger, new LedgerScan(dataSource), new EventDecoder());
    }

    /** It keeps one connection for itself, which is none of a pool's. */
    @Bean(destroyMethod = "close")
    LedgerSignal queryLedgerSignal(@Qualifier("queryDataSource") DataSource dataSource) {
        boolean isPool = dataSource instanceof HikariDataSource pool && pool.getDataSource() != null;
        return LedgerSignal.start(isPool ? ((HikariDataSource) dataSource).getDataSource() : dataSource, POLL);
    }

    /** The tables of schema query are brought up to date before anything reads them. */
    @Bean
    StateFileRows stateFileRows(@Qualifier("queryDataSource") DataSource dataSource) {
        migrate(dataSource);
        StateFileRows rows = new StateFileRows(dataSource);
        transaction(dataSource).executeWithoutResult(_ -> rows.dropOtherVersions());
        return rows;
    }

    static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("query")
                .locations("classpath:db/query")
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    static TransactionTemplate transaction(DataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Rows as they are, on tables that {@link #stateFileRows} has brought up to date. */
    @Bean
    HeldRows heldRows(@Qualifier("queryDataSource") DataSource dataSource, StateFileRows rows) {
        return new HeldRows(dataSource);
    }

    @Bean
    LiveFiles liveFiles(@Qualifier("queryDataSource") DataSource dataSource, StateFileRows rows, HeldRows heldRows) {
        return liveFiles(rows, heldRows, dataSource);
    }

    static LiveFiles liveFiles(StateFileRows rows, HeldRows heldRows, DataSource dataSource) {
        TransactionTemplate oneMoment = transaction(dataSource);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new LiveFiles(rows, heldRows, oneMoment);
    }

    @Bean
    ProjectionProcessor stateFileProcessor(
            @Qualifier("queryDataSource") DataSource dataSource,
            @Qualifier("queryLedgerReader") LedgerReader ledger,
            @Qualifier("queryLedgerSignal") LedgerSignal signal,
            Replay replay,
            StateFileRows rows,
            HeldRows heldRows) {
        return new ProjectionProcessor(
                dataSource,
                new JdbcTransactionManager(dataSource),
                new LedgerEventStorageEngine(ledger, signal),
                ledger,
                rows,
                new StateFileProjection(ledger, replay, rows, heldRows),
                ProjectionProcessor.WATCH);
    }

    @Bean
    Rebuild stateFileRebuild(
            @Qualifier("queryDataSource") DataSource dataSource,
            @Qualifier("queryLedgerReader") LedgerReader ledger,
            Replay replay,
            StateFileRows rows,
            HeldRows heldRows) {
        return new Rebuild(ledger, replay, rows, heldRows, transaction(dataSource));
    }

    @Bean
    Retry heldRetry(
            @Qualifier("queryDataSource") DataSource dataSource, Replay replay, StateFileRows rows, HeldRows heldRows) {
        return new Retry(replay, rows, heldRows, transaction(dataSource));
    }

    /** Shown as {@code projection} among the components of the health. */
    @Bean("projectionHealthIndicator")
    ProjectionHealth projectionHealth(
            @Qualifier("queryLedgerReader") LedgerReader ledger, StateFileRows rows, HeldRows heldRows) {
        return new ProjectionHealth(ledger, rows, heldRows, InstantSource.system());
    }

    @Bean
    ProjectionMetrics projectionMetrics(
            @Qualifier("queryLedgerReader") LedgerReader ledger, StateFileRows rows, HeldRows heldRows) {
        return new ProjectionMetrics(ledger, rows, heldRows);
    }

    @Bean
    ProjectionEndpoint projectionEndpoint(
            @Qualifier("queryLedgerReader") LedgerReader ledger, StateFileRows rows, Rebuild rebuild) {
        return new ProjectionEndpoint(ledger, rows, rebuild);
    }

    @Bean
    HeldEndpoint heldEndpoint(HeldRows rows, Retry retry) {
        return new HeldEndpoint(rows, retry);
    }
}

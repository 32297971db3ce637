package org.stele.query.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.home.PinnedCheckpoint;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.read.LedgerSignal;
import org.stele.eventstore.read.OpenLedger;
import org.stele.eventstore.read.SignedHistory;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.Redactions;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.ViewKey;
import org.stele.query.replay.EventDecoder;
import org.stele.query.replay.Replay;

/** The projection and its parts: it writes as its own role, and files are read as the role that serves. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionConfiguration.class);

    private static final Duration POLL = Duration.ofSeconds(1);

    /** What may be known of the ledger without its bodies. */
    @Bean
    OpenLedger openLedger(@Qualifier("queryDataSource") DataSource dataSource) {
        return new OpenLedger(dataSource);
    }

    @Bean
    Replay replay(ProjectionSource source) {
        return new Replay(source.ledger(), source.scan(), new EventDecoder());
    }

    /** It keeps one connection, outside any pool. */
    @Bean(destroyMethod = "close")
    LedgerSignal queryLedgerSignal(ProjectionSource source) {
        return LedgerSignal.start(source.unpooled(), POLL);
    }

    /** The key is outside the database: STELE_VIEWS_KEY names the file, by default views-key in STELE_HOME. */
    @Bean
    ViewKey viewKey(Environment environment) throws IOException {
        return ViewKey.open(keyFile(environment.getProperty("stele.views.key", ""), home(environment)));
    }

    /** The file of the key: the configured one, or else the one in the home. */
    public static Path keyFile(String named, Path home) {
        return named.isBlank() ? home.resolve("views-key") : Path.of(named);
    }

    private static Path home(Environment environment) {
        String named = environment.getProperty("stele.home", "");
        return Path.of(named.isBlank() ? "stele-data" : named).toAbsolutePath().normalize();
    }

    @Bean
    Findings viewFindings() {
        return new Findings();
    }

    /** Migrates the tables of schema query before anything reads them. */
    @Bean
    StateFileRows stateFileRows(
            ProjectionSource source, @Qualifier("queryDataSource") DataSource serving, ViewKey key) {
        OlderSchema.drop(serving, source.dataSource());
        migrate(source.dataSource());
        StateFileRows rows = new StateFileRows(source.dataSource(), key);
        String reason = transaction(source.dataSource()).execute(_ -> rows.begin());
        if (reason != null) {
            LOG.info("The views are folded anew from the events: {}", reason);
        }
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

    /** The rows, in tables that {@link #stateFileRows} has migrated. */
    @Bean
    DeadLetterRows heldRows(ProjectionSource source, ViewKey key, StateFileRows rows) {
        return new DeadLetterRows(source.dataSource(), key);
    }

    /** Each lens has files of its own, which the role that serves reads under the policies of the read tables. */
    @Bean
    LiveFiles liveFiles(
            @Qualifier("queryDataSource") DataSource serving, StateFileRows rows, ViewKey key, Findings findings) {
        return live(serving, key, findings);
    }

    static LiveFiles live(DataSource serving, ViewKey key, Findings findings) {
        StateFileRows seenRows = new StateFileRows(serving, key);
        DeadLetterRows heldRows = new DeadLetterRows(serving, key);
        return new LiveFiles((seen, elsewhere) -> new StateFileCache(
                seenRows, heldRows, Snapshots.of(serving, seen.audience()), findings, seen, elsewhere));
    }

    @Bean
    LaterEvents laterEvents(
            ProjectionSource source, Replay replay, StateFileRows rows, DeadLetterRows heldRows, Findings findings) {
        return new LaterEvents(replay, rows, heldRows, Snapshots.ofTheProjection(source.dataSource()), findings);
    }

    @Bean
    ViewAudit viewAudit(
            ProjectionSource source, StateFileRows rows, DeadLetterRows heldRows, LiveFiles live, Findings findings) {
        return new ViewAudit(
                new SealCheck(rows, heldRows), live::forget, Snapshots.ofTheProjection(source.dataSource()), findings);
    }

    @Bean
    ProjectionProcessor stateFileProcessor(
            ProjectionSource source,
            OpenLedger ledger,
            @Qualifier("queryLedgerSignal") LedgerSignal signal,
            Replay replay,
            StateFileRows rows,
            DeadLetterRows heldRows,
            Rebuild rebuild,
            Findings findings) {
        return new ProjectionProcessor(
                source.dataSource(),
                new JdbcTransactionManager(source.dataSource()),
                new LedgerEventStorageEngine(source.ledger(), signal),
                ledger,
                rows,
                new StateFileProjection(ledger, replay, rows, heldRows),
                rebuild,
                findings,
                new Redactions(source.ledger(), rows),
                ProjectionProcessor.Watch.DEFAULTS);
    }

    /** The events are also compared with the checkpoint that the signer keeps in the same home. */
    @Bean
    Rebuild stateFileRebuild(
            ProjectionSource source,
            OpenLedger ledger,
            Replay replay,
            StateFileRows rows,
            DeadLetterRows heldRows,
            Findings findings,
            Environment environment) {
        PinnedCheckpoint kept = new SigningHome(home(environment)).kept();
        return new Rebuild(
                ledger,
                replay,
                rows,
                heldRows,
                transaction(source.dataSource()),
                () -> SignedHistory.open(source.dataSource(), read(kept)),
                findings);
    }

    private static Optional<SignedCheckpoint> read(PinnedCheckpoint kept) {
        try {
            return kept.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    DeadLetterRetry heldRetry(ProjectionSource source, Replay replay, StateFileRows rows, DeadLetterRows heldRows) {
        return new DeadLetterRetry(replay, rows, heldRows, transaction(source.dataSource()));
    }

    /** The component {@code projection} of the health. */
    @Bean("projectionHealthIndicator")
    ProjectionHealth projectionHealth(
            OpenLedger ledger, StateFileRows rows, DeadLetterRows heldRows, Findings findings) {
        return new ProjectionHealth(ledger, rows, heldRows, findings, InstantSource.system());
    }

    @Bean
    ProjectionMetrics projectionMetrics(OpenLedger ledger, StateFileRows rows, DeadLetterRows heldRows) {
        return new ProjectionMetrics(ledger, rows, heldRows);
    }

    @Bean
    ProjectionEndpoint projectionEndpoint(OpenLedger ledger, StateFileRows rows, Rebuild rebuild) {
        return new ProjectionEndpoint(ledger, rows, rebuild);
    }

    @Bean
    DeadLetterEndpoint heldEndpoint(DeadLetterRows rows, DeadLetterRetry retry) {
        return new DeadLetterEndpoint(rows, retry);
    }
}

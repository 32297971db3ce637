package org.stele.query.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.SignedHistory;
import org.stele.keys.KeySettings;
import org.stele.ledger.note.SignedCheckpoint;
import org.stele.query.across.SubjectRegister;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.query.projection.rows.Redactions;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.ViewKey;
import org.stele.query.replay.EventDecoder;
import org.stele.query.replay.Replay;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.lens.Sight;

/** The projection of a test ledger and its parts, carried on by hand. */
public final class ProjectionFixture {

    /** One for all, as for the nodes of one ledger. */
    static final ViewKey KEY = ViewKey.of(new byte[32]);

    private final TestLedger ledger;
    private final DataSource database;
    private final Replay replay;
    private final StateFileRows rows;
    private final DeadLetterRows heldRows;
    private final TransactionTemplate transaction;
    private final Findings findings = new Findings();

    /** On a database that has no tables of the query side yet, or has them already. */
    public ProjectionFixture(TestLedger ledger, DataSource database) {
        this(ledger, database, new EventDecoder());
    }

    public ProjectionFixture(TestLedger ledger, DataSource database, EventDecoder decoder) {
        ProjectionConfiguration.migrate(database);
        this.ledger = ledger;
        this.database = database;
        this.replay = new Replay(ledger.reader(), new LedgerBulkReader(database), decoder);
        this.rows = new StateFileRows(database, KEY);
        this.heldRows = new DeadLetterRows(database, KEY);
        this.transaction = ProjectionConfiguration.transaction(database);
        transaction.executeWithoutResult(_ -> rows.begin());
    }

    StateFileRows rows() {
        return rows;
    }

    DeadLetterRows heldRows() {
        return heldRows;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    public Replay replay() {
        return replay;
    }

    /** The records themselves. */
    public StateFileCache liveFiles() {
        return new StateFileCache(
                rows,
                heldRows,
                Snapshots.ofTheProjection(database),
                findings,
                new StateFileCache.Seen(Sight.RECORD, null),
                (id, seal) -> null);
    }

    /** The files as each audience sees them, read by the role that serves. */
    public LiveFiles seenFiles() {
        return ProjectionConfiguration.live(ledger.database().query(), KEY, findings);
    }

    public LaterEvents laterEvents() {
        return new LaterEvents(replay, rows, heldRows, Snapshots.ofTheProjection(database), findings);
    }

    /** Without the key of references to subjects. */
    public SubjectRegister subjects() {
        return new SubjectRegister(
                new LedgerBulkReader(database),
                new LedgerReader(database),
                KeySettings.of(_ -> "", Path.of("target", "no-such-home")));
    }

    StateFileProjection projection() {
        return new StateFileProjection(ledger.open(), replay, rows, heldRows);
    }

    ProjectionProcessor processor(Duration watchEvery) {
        return new ProjectionProcessor(
                database,
                new JdbcTransactionManager(database),
                ledger.engine(),
                ledger.open(),
                rows,
                projection(),
                rebuild(),
                findings,
                new Redactions(ledger.reader(), rows),
                new ProjectionProcessor.Watch(watchEvery, watchEvery.multipliedBy(2)));
    }

    Rebuild rebuild() {
        return rebuild(Optional.empty());
    }

    /** One that holds the events against what is kept outside the database too. */
    Rebuild rebuild(Optional<SignedCheckpoint> kept) {
        return new Rebuild(
                ledger.open(), replay, rows, heldRows, transaction, () -> SignedHistory.open(database, kept), findings);
    }

    /** What health says now. */
    public Health health() {
        return new ProjectionHealth(ledger.open(), rows, heldRows, findings, InstantSource.system()).health();
    }

    Findings findings() {
        return findings;
    }

    ViewAudit audit(StateFileCache live) {
        return new ViewAudit(
                new SealCheck(rows, heldRows), live::forget, Snapshots.ofTheProjection(database), findings);
    }

    DeadLetterRetry retry() {
        return new DeadLetterRetry(replay, rows, heldRows, transaction);
    }

    /** Carries the projection to a position at least, as one batch that ends there does. */
    public void foldTo(long position) {
        transaction.executeWithoutResult(_ -> projection().foldTo(position));
    }
}

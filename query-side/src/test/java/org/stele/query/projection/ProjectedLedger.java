package org.stele.query.projection;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.StateFile;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.filed.StateFiles;

/** A ledger of real filings, and its projection on a real database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ProjectedLedger {

    static final Duration SOON = Duration.ofSeconds(20);

    final TestLedger ledger = new TestLedger();
    final HikariDataSource database = new HikariDataSource();
    final ProjectionFixture fixture = fixture();
    final StateFileRows rows = fixture.rows();
    final StateFileCache live = fixture.liveFiles();
    final JdbcClient jdbc = JdbcClient.create(database);
    private final List<ProjectionProcessor> processors = new ArrayList<>();
    final List<StateEvent> events = Filed.in(StateFiles.tables(), ledger.today());

    private ProjectionFixture fixture() {
        database.setDataSource(ledger.database().projection());
        return new ProjectionFixture(ledger, database);
    }

    @AfterEach
    void close() {
        processors.forEach(ProjectionProcessor::stop);
        database.close();
        ledger.close();
    }

    StateFile replayed(MemberState state, long head) {
        return fixture.replay().from(state, head).toStateFile();
    }

    ProjectionProcessor processor() {
        return processor(Duration.ofMinutes(1));
    }

    ProjectionProcessor processor(Duration watchEvery) {
        ProjectionProcessor processor = fixture.processor(watchEvery);
        processors.add(processor);
        return processor;
    }

    void until(long position) {
        // The reader's connections are cut as well.
        Awaitility.await()
                .atMost(SOON)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> rows.progress().position() == position);
    }
}

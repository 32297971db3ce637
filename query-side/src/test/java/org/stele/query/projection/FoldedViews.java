package org.stele.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.StateEvent;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.StateFile;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.filed.StateFiles;

/** Stored views of a ledger of real filings, with older copies of their rows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class FoldedViews {

    /** A record that an event changes after the first version of its row was copied aside. */
    static final FilingId CHANGED = new FilingId(UUID.fromString("6f9619ff-8b86-4d11-b42d-00c04fc964ff"));

    @TempDir
    Path directory;

    final TestLedger ledger = new TestLedger();
    final HikariDataSource database = new HikariDataSource();
    final JdbcClient jdbc = JdbcClient.create(database);
    final ProjectionFixture fixture = fixture();

    private ProjectionFixture fixture() {
        database.setDataSource(ledger.database().projection());
        return new ProjectionFixture(ledger, database);
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
    }

    /** Folds all filings, copies the rows of RUS aside, and changes one of its records. */
    long fold() throws SQLException {
        ledger.append(Filed.in(StateFiles.tables(), ledger.today()));
        fixture.foldTo(ledger.append(List.of(evidence(MemberState.RUS))));
        ledger.database()
                .execute(
                        "CREATE TABLE public.kept AS SELECT * FROM query.thing",
                        "CREATE TABLE public.kept_projection AS SELECT * FROM query.projection");
        long head = ledger.append(
                List.of(new EvidenceResolved(MemberState.RUS, CHANGED, PartialDate.parse("2021"), "Looked into.")));
        fixture.foldTo(head);
        assertThat(fixture.audit(fixture.liveFiles()).pass()).isEmpty();
        return head;
    }

    void assertDown(String wrong) {
        var health = fixture.health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health.getDetails().get("notTrusted"))).contains(wrong);
    }

    StateFile replayed(MemberState state, long head) {
        return fixture.replay().from(state, head).toStateFile();
    }

    static StateEvent evidence(MemberState state) {
        return evidence(state, CHANGED.value());
    }

    static StateEvent evidence(MemberState state, UUID id) {
        return new EvidenceRecorded(
                state,
                new FilingId(id),
                EvidenceKind.PRESS,
                PartialDate.parse("2019"),
                PartialDate.parse("2020"),
                null,
                false,
                "Said by somebody.",
                null,
                null,
                false,
                null);
    }
}

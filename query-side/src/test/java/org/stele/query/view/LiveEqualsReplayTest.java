package org.stele.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.projection.ProjectionFixture;
import org.stele.query.projection.StateFileCache;
import org.stele.query.replay.Replay;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileJson;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.status.StateView;
import org.stele.web.page.Etags;
import org.stele.web.page.ViewPoint;

/**
 * A view does not depend on how far the projection is: at random sizes and dates the stored file, continued or gone back
 * from, is the file that a replay folds from nothing. Takes its seed back as {@code -Dseed}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class LiveEqualsReplayTest {

    private static final int POINTS = 300;
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 6, 1);
    private static final int DAYS = 1_700;

    private final TestLedger ledger = new TestLedger();
    private final HikariDataSource database = new HikariDataSource();
    private final LedgerReader reader = new LedgerReader(database);

    @BeforeAll
    void tables() {
        database.setDataSource(ledger.database().projection());
        ledger.appendTables();
    }

    @AfterAll
    void close() {
        database.close();
        ledger.close();
    }

    @Test
    void a_live_view_is_what_a_replay_gives_at_random_points() {
        long seed = Long.getLong("seed", 20_261_129);
        System.out.println("LiveEqualsReplayTest -Dseed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        long head = reader.head();
        ProjectionFixture projection = new ProjectionFixture(ledger, database);
        StateFileCache liveFiles = projection.liveFiles();
        States states = new States(reader.open(), liveFiles, projection.replay(), Clock.systemUTC(), projection.subjects());
        Board board = new Board(reader.open(), liveFiles, projection.replay(), Clock.systemUTC(), projection.subjects());
        Replay replay = projection.replay();
        long projected = 0;
        for (int i = 0; i < POINTS; i++) {
            if (i % 10 == 0 && projected < head) {
                projected = random.nextLong(projected + 1, head + 1);
                projection.foldTo(projected);
            }
            ViewPoint point = new ViewPoint(day(random), day(random), random.nextLong(head + 1), Audience.AUDIT);
            MemberState state = MemberState.values()[random.nextInt(MemberState.values().length)];
            StateFile replayed = replay.from(state, point.treeSize()).toStateFile();

            StateFile live = states.file(state, point);

            assertThat(StateFileJson.digest(live))
                    .as("seed %d, %s", seed, point)
                    .isEqualTo(StateFileJson.digest(replayed));
            assertThat(board.files(point).views().get(state.ordinal()))
                    .as("seed %d, %s", seed, point)
                    .isEqualTo(StateView.of(replayed, point.effectiveOn(), point.knownOn()));
        }
    }

    @Test
    void the_ledger_gives_the_statuses_that_the_tables_give() {
        Map<MemberState, StateFile> folded = StateFiles.in(StateFiles.tables());
        Replay replay = new ProjectionFixture(ledger, database).replay();
        for (MemberState state : MemberState.values()) {
            StateFile recorded = replay.from(state, reader.head()).toStateFile();
            StateFile fromTables = Objects.requireNonNull(folded.get(state));
            for (LocalDate day : List.of(LocalDate.of(2019, 12, 22), LocalDate.of(2020, 12, 31))) {
                assertThat(StateView.of(recorded, day, day).repatriation().status())
                        .isEqualTo(StateView.of(fromTables, day, day)
                                .repatriation()
                                .status());
            }
        }
    }

    @Test
    void two_ledgers_of_one_size_give_views_with_other_tags() {
        ProjectionFixture projection = new ProjectionFixture(ledger, database);
        States states = new States(
                reader.open(), projection.liveFiles(), projection.replay(), Clock.systemUTC(), projection.subjects());
        try (TestLedger other = new TestLedger()) {
            other.appendTables();
            States others = new States(
                    other.open(),
                    projection.liveFiles(),
                    projection.replay(),
                    Clock.systemUTC(),
                    projection.subjects());
            assertThat(others.head()).isEqualTo(states.head());
            Etags etags = new Etags("one build");

            String tag = etags.strong("board", states.root(states.head()).orElseThrow());

            assertThat(etags.strong("board", others.root(others.head()).orElseThrow()))
                    .isNotEqualTo(tag);
            assertThat(new Etags("another build")
                            .strong("board", states.root(states.head()).orElseThrow()))
                    .isNotEqualTo(tag);
            assertThat(etags.strong("board", states.root(states.head()).orElseThrow()))
                    .isEqualTo(tag);
        }
    }

    private static LocalDate day(SplittableRandom random) {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }
}

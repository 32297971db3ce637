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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.projection.LiveFiles;
import org.stele.query.projection.ProjectionFixture;
import org.stele.query.replay.Replay;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileJson;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.lens.Lens;
import org.stele.statefile.status.StateView;
import org.stele.web.page.Etags;
import org.stele.web.page.ViewPoint;

/**
 * A view does not depend on how far the projection is: at random sizes and dates the stored file, continued or gone back
 * from, is the file that a replay folds from nothing. Takes its seed back as {@code -Dseed}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("long")
class LiveEqualsReplayTest {

    private static final int POINTS = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 6, 1);
    private static final int DAYS = 1_700;
    private static final Clock CLOCK = Clock.systemUTC();

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
        LiveFiles liveFiles = projection.seenFiles();
        States states = new States(reader.open(), liveFiles, projection.laterEvents(), CLOCK, projection.subjects());
        Board board = new Board(reader.open(), liveFiles, projection.laterEvents(), CLOCK, projection.subjects());
        Replay replay = projection.replay();
        long projected = 0;
        for (int i = 0; i < POINTS; i++) {
            if (i % 10 == 0 && projected < head) {
                projected = random.nextLong(projected + 1, head + 1);
                projection.foldTo(projected);
            }
            Audience audience = audience(random);
            ViewPoint point = new ViewPoint(day(random), day(random), random.nextLong(head + 1), audience);
            MemberState state = state(random);
            StateFile replayed = new Lens(audience)
                    .see(
                            replay.from(state, point.treeSize()).toStateFile(),
                            replay.from(state, head).toStateFile(),
                            point.knownOn(),
                            NewYork.dayOf(CLOCK.instant()));

            StateFile live = states.file(state, point);

            assertThat(StateFileJson.digest(live))
                    .as("seed %d, %s", seed, point)
                    .isEqualTo(StateFileJson.digest(replayed));
            Board.Files files = board.files(point);
            assertThat(files.view(files.file(state)))
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
                reader.open(), projection.seenFiles(), projection.laterEvents(), CLOCK, projection.subjects());
        try (TestLedger other = new TestLedger()) {
            other.appendTables();
            States others = new States(
                    other.open(), projection.seenFiles(), projection.laterEvents(), CLOCK, projection.subjects());
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

    /** Often of a State of which much is on record. */
    private static MemberState state(SplittableRandom random) {
        return random.nextInt(3) == 0
                ? MemberState.RUS
                : MemberState.values()[random.nextInt(MemberState.values().length)];
    }

    private static Audience audience(SplittableRandom random) {
        return switch (random.nextInt(7)) {
            case 0 -> Audience.PUBLIC;
            case 1 -> Audience.COMMITTEE;
            case 2 -> Audience.AUDIT;
            case 3 -> Audience.CUSTODY;
            case 4 -> Audience.MSMT;
            default -> Audience.of(state(random));
        };
    }

    private static LocalDate day(SplittableRandom random) {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }
}

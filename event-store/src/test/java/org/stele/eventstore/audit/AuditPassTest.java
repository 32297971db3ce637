package org.stele.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.damage.Tolerance;
import org.stele.eventstore.event.IntegrityViolation;
import org.stele.eventstore.fsck.Change;
import org.stele.eventstore.fsck.EventTampering;
import org.stele.eventstore.fsck.FsckRun;
import org.stele.eventstore.fsck.IndexTampering;
import org.stele.eventstore.fsck.Pinned;
import org.stele.eventstore.fsck.SignedTampering;
import org.stele.eventstore.fsck.TamperedLedger;
import org.stele.eventstore.fsck.Tampering;

/** A pass of the background audit sees what fsck sees, although it reads in pages and while others append. */
class AuditPassTest {

    private static final long SEED = Long.getLong("seed", 20_261_129);

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    @Tag("long")
    void a_pass_finds_and_places_each_kind_of_change_that_fsck_finds() throws Exception {
        System.out.println("AuditPassTest: -Dseed=" + SEED);
        TamperedLedger ledger = TamperedLedger.create(random);
        List<Supplier<Change>> kinds = Stream.of(
                        new EventTampering(ledger, random).kinds(),
                        new IndexTampering(ledger, random).kinds(),
                        new SignedTampering(ledger, random).kinds())
                .flatMap(List::stream)
                .toList();
        List<String> missed = new ArrayList<>();
        assertThat(pass(ledger.database(), ledger.kept())).isEmpty();
        for (Supplier<Change> kind : kinds) {
            String failure = tried(ledger, kind);
            if (failure != null) {
                missed.add(failure);
            }
        }
        assertThat(missed).as("-Dseed=" + SEED).isEmpty();
    }

    /** What was missed, or null. A change that the database refuses is drawn anew. */
    private static @Nullable String tried(TamperedLedger ledger, Supplier<Change> kind) throws SQLException {
        while (true) {
            Change change = kind.get();
            TestDatabase copy = ledger.database().copy();
            try {
                Tampering.leave(copy, change.statements().toArray(String[]::new));
                Pinned kept = change.needsKept() ? ledger.kept() : Pinned.NOTHING;
                List<String> found = pass(copy, kept);
                boolean isPlaced = found.stream().anyMatch(change::isPlacedBy);
                return isPlaced ? null : change + "\n  was found as: " + found;
            } catch (SQLException e) {
                if (!String.valueOf(e.getSQLState()).startsWith("23")) {
                    throw e;
                }
            } finally {
                copy.drop();
            }
        }
    }

    @Test
    void events_that_are_recorded_while_a_pass_reads_are_read_as_well_and_do_not_disturb_it() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(1_200);
            List<Long> progress = new ArrayList<>();
            List<String> found = pass(database, Pinned.NOTHING, position -> {
                progress.add(position);
                ledger.appendMany(300);
            });
            assertThat(found).isEmpty();
            assertThat(progress).containsExactly(500L, 1_000L, 1_200L);
        }
    }

    @Test
    void several_damaged_rows_are_found_by_one_pass() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(1_200);
            Tampering.leave(
                    database,
                    "UPDATE ledger.event SET body = body || ' ' WHERE position IN (7, 700)",
                    "UPDATE ledger.event SET type = 'x' WHERE position = 1200");
            assertThat(pass(database, Pinned.NOTHING))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("event 7: body and salt"),
                            second -> assertThat(second).startsWith("event 700: body and salt"),
                            third -> assertThat(third).startsWith("event 1200: type"));
        }
    }

    @FunctionalInterface
    private interface Progress {
        void at(long position);
    }

    private static List<String> pass(TestDatabase database, Pinned kept) throws SQLException {
        return pass(database, kept, position -> {});
    }

    /** What a pass finds, by the role that may only SELECT. */
    private static List<String> pass(TestDatabase database, Pinned kept, Progress progress) throws SQLException {
        List<String> found = new ArrayList<>();
        AuditPace pace = new AuditPace(Duration.ofHours(1), new CountDownLatch(1));
        AuditPass.Watcher watcher = new AuditPass.Watcher() {
            @Override
            public void found(AuditFinding finding) {
                found.add(finding.what());
            }

            @Override
            public void progressed(long position, long size) {
                progress.at(position);
            }
        };
        try (Connection connection = database.projection().getConnection()) {
            pace.beginInHaste();
            new AuditPass(connection, TestLedger.STATE_TAG, kept, Tolerance.none(), pace, watcher).run();
        } catch (IntegrityViolation wrong) {
            found.add(wrong.getMessage());
        } catch (SQLException e) {
            found.add(FsckRun.undefined(e).getMessage());
        }
        return found;
    }
}

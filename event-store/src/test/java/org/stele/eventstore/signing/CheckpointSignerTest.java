package org.stele.eventstore.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.StatesRows;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.signing.SigningStatus.Phase;
import org.stele.ledger.NotVerified;
import org.stele.ledger.StateHeads;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;

/** What is signed is what the bodies say, by one node, once for a size, and never after the ledger was changed. */
class CheckpointSignerTest {

    @TempDir
    Path home;

    @Test
    void every_growth_is_signed_and_extends_what_was_signed_before() throws NotVerified {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        Policy policy = Policy.of(signing.keys("key").verifierKeys().getFirst());
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.start(database)) {
            SignedCheckpoint before = TestSigning.awaitSigned(database);
            assertThat(before.size()).isZero();
            for (int growth : List.of(1, 1, 253, 1, 1, 1500)) {
                ledger.appendMany(growth);
                SignedCheckpoint after = TestSigning.awaitSigned(database);
                policy.check(after);
                assertThat(after.checkpoint().root()).isEqualTo(ledger.reader().root(after.size()));
                SignedCheckpoint old = before;
                assertThat(ledger.reader()
                                .<Boolean>withTree(
                                        after.size(),
                                        tree -> tree.consistency(old.size())
                                                .proves(
                                                        old.checkpoint().root(),
                                                        after.checkpoint().root())))
                        .isTrue();
                before = after;
            }
            TestSigning.await(() -> signer.status().size() == 1757);
            TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
        }
        assertThat(signing.kept().path())
                .hasBinaryContent(TestSigning.awaitSigned(database).encode());
    }

    @Test
    void nothing_is_recorded_in_a_new_ledger_before_its_signer_has_begun() throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        var settings = signing.settings(signing.keys("key"), Duration.ofMinutes(10));
        CountDownLatch connects = new CountDownLatch(1);
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer =
                        CheckpointSigner.start(heldUpBy(connects, database.command()), settings, ledger.gate())) {
            assertThatThrownBy(() -> ledger.appendMany(1)).hasStackTraceContaining("the signer has not begun yet");
            connects.countDown();
            assertThat(signer.awaitBegun(Duration.ofSeconds(60))).isTrue();
            ledger.appendMany(1);
            assertThat(TestSigning.awaitSigned(database).size()).isEqualTo(1);
        }
    }

    private static DataSource heldUpBy(CountDownLatch latch, DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                CheckpointSignerTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    latch.await();
                    return method.invoke(database, arguments);
                });
    }

    @Test
    void an_append_is_covered_within_a_few_rounds() {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = CheckpointSigner.start(
                        database.command(),
                        CheckpointSigner.Settings.defaults(signing.keys("key"), signing.home(), List.of()),
                        new WriteGate())) {
            TestSigning.awaitSigned(database);
            for (int i = 0; i < 3; i++) {
                ledger.appendMany(10);
                long start = System.nanoTime();
                TestSigning.awaitSigned(database);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            }
            TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
        }
    }

    @Test
    void of_two_nodes_one_signs_and_the_other_takes_over() throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning first = new TestSigning(home.resolve("first"));
        TestSigning second = new TestSigning(home.resolve("second"));
        SigningKeys keys = first.keys("key");
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(10);
            CheckpointSigner leader = first.start(database, keys, Duration.ZERO);
            TestSigning.await(() -> leader.status().phase() == Phase.SIGNING);
            first.copyPinsTo(second);
            try (CheckpointSigner other = second.start(database, keys, Duration.ZERO)) {
                for (int i = 0; i < 5; i++) {
                    ledger.appendMany(100);
                    SignedCheckpoint signed = TestSigning.awaitSigned(database);
                    TestSigning.await(() -> other.status().size() == signed.size());
                    assertThat(other.status().phase()).isEqualTo(Phase.STANDING_BY);
                    assertThat(second.kept().path()).hasBinaryContent(signed.encode());
                }
                leader.close();
                ledger.appendMany(100);
                TestSigning.awaitSigned(database);
                TestSigning.await(() -> other.status().phase() == Phase.SIGNING);
            }
        }
        assertThat(new Fsck(database.projection(), TestLedger.STATE_TAG)
                        .run(position -> {})
                        .firstWrong())
                .isNull();
    }

    @Test
    void a_changed_body_is_not_signed_and_is_named() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(20);
        }
        database.execute(
                "ALTER TABLE ledger.event DISABLE TRIGGER insert_only",
                "UPDATE ledger.event SET body = set_byte(body, 60, 65) WHERE position = 7",
                "ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER insert_only");
        try (CheckpointSigner signer = new TestSigning(home).start(database)) {
            TestSigning.await(() -> !signer.status().reason().isEmpty());
            assertThat(signer.status().phase()).isEqualTo(Phase.INTERRUPTED);
            assertThat(signer.status().reason()).contains("event 7: body and salt");
        }
        assertThat(TestSigning.latest(database, Log.LEDGER)).isNull();
    }

    @Test
    void one_size_is_never_signed_twice() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = new TestSigning(home).start(database)) {
            ledger.appendMany(3);
            TestSigning.awaitSigned(database);
            TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
        }
        assertThatThrownBy(() ->
                        database.execute("INSERT INTO ledger.checkpoint (log, size, note) VALUES ('ledger', 3, 'x')"))
                .hasMessageContaining("checkpoint_once");
    }

    @Test
    void a_checkpoint_that_nobody_signed_stops_the_signing() throws SQLException {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        try (TestLedger ledger = TestLedger.on(database)) {
            try (CheckpointSigner signer = signing.start(database)) {
                ledger.appendMany(3);
                TestSigning.awaitSigned(database);
                assertThat(signer.status().phase()).isNotEqualTo(Phase.STOPPED);
            }
            ledger.appendMany(1);
        }
        SigningKeys stranger = new TestSigning(home.resolve("other")).keys("key");
        SignedCheckpoint forged =
                stranger.sign(new Checkpoint(TestSigning.ORIGIN, 4, new LedgerReader(database.projection()).root(4)));
        database.execute(
                "INSERT INTO ledger.checkpoint (log, size, note) VALUES ('ledger', 4, convert_to('%s', 'UTF8'))"
                        .formatted(new String(forged.encode(), UTF_8)));
        try (CheckpointSigner signer = signing.start(database)) {
            TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
            assertThat(signer.status().reason())
                    .contains("checkpoint (ledger, size 4): no row of the chain of what was signed means it");
        }
    }

    @Test
    void an_old_copy_and_another_history_are_refused_before_anything_is_written() throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(5);
        }
        TestDatabase copy = database.copy();
        TestDatabase other = database.copy();
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.start(database)) {
            ledger.appendMany(5);
            TestSigning.awaitSigned(database);
            TestSigning.await(() -> signer.status().size() == 10);
        }
        RollbackGuard.requireExtends(database.command(), signing.home(), signing.keys("key"));
        assertThatThrownBy(() -> RollbackGuard.requireExtends(copy.command(), signing.home(), signing.keys("key")))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContainingAll("5 events", "behind", "size 10", "last-checkpoint", "Restore a database");
        try (TestLedger ledger = TestLedger.on(other)) {
            ledger.appendMany(20);
        }
        assertThatThrownBy(() -> RollbackGuard.requireExtends(other.command(), signing.home(), signing.keys("key")))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContainingAll("another history", "size 10", "Nothing was written");
        try (CheckpointSigner signer = signing.start(other)) {
            TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
        }
        assertThat(TestSigning.latest(other, Log.LEDGER)).isNull();
    }

    @Test
    void state_heads_are_recorded_with_a_checkpoint_of_their_own_and_never_fall() throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.start(database, signing.keys("key"), Duration.ZERO)) {
            for (int i = 0; i < 4; i++) {
                ledger.appendMany(70);
                long size = TestSigning.awaitSigned(database).size();
                TestSigning.await(() -> TestSigning.headsSize(database) == size);
                TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
            }
        }
        List<StatesRows.Entry> entries =
                TestSigning.asked(database, connection -> new StatesRows(connection).range(0, 256));
        for (int i = 1; i < entries.size(); i++) {
            entries.get(i).heads().requireGrownFrom(entries.get(i - 1).heads());
        }
        StateHeads last = entries.getLast().heads();
        assertThat(last.size()).isEqualTo(280);
        assertThat(last.heads().stream().mapToLong(StateHeads.Head::count).sum())
                .isEqualTo(280);
        SignedCheckpoint states = Objects.requireNonNull(TestSigning.latest(database, Log.STATES));
        assertThat(states.size()).isEqualTo(entries.size());
        Policy.of(signing.keys("key").verifierKeys().getFirst()).checkStates(states, TestSigning.ORIGIN, 280);
    }
}

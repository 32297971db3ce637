package org.stele.eventstore.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.signing.SigningStatus.Phase;
import org.stele.eventstore.witness.Witness;
import org.stele.ledger.Hash;
import org.stele.ledger.note.Checkpoint;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.SignedCheckpoint;

/** Witnesses cosign what grows, do not hold up what is signed, and stop a ledger that is not the one that they know. */
class WitnessTest {

    @TempDir
    Path home;

    @Test
    void every_checkpoint_carries_the_cosignatures_of_those_who_answer() throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        SigningKeys keys = signing.keys("key");
        try (TestWitness one = TestWitness.start("witness.example/w1");
                TestWitness two = TestWitness.start("witness.example/w2");
                TestLedger ledger = TestLedger.on(database)) {
            one.trust(keys);
            Policy policy = Policy.parse(
                    """
                    log %s
                    witness one %s
                    witness two %s
                    group both all one two
                    quorum both
                    """.formatted(
                            keys.verifierKeys().getFirst(),
                            one.witness().key(),
                            two.witness().key()).getBytes(UTF_8));
            try (CheckpointSigner signer = signing.start(database, keys, Duration.ZERO, one.witness(), two.witness())) {
                ledger.appendMany(5);
                SignedCheckpoint byOne = TestSigning.awaitSigned(database);
                assertThat(policy.check(byOne).cosignatures()).hasSize(1);
                assertThat(signer.status().phase()).isNotEqualTo(Phase.STOPPED);
            }
            two.trust(keys);
            try (CheckpointSigner signer = signing.start(database, keys, Duration.ZERO, one.witness(), two.witness())) {
                for (int i = 0; i < 3; i++) {
                    ledger.appendMany(100);
                    SignedCheckpoint signed = TestSigning.awaitSigned(database);
                    policy.check(signed).requireWitnessed();
                    TestSigning.await(() -> TestSigning.headsSize(database) == signed.size());
                    policy.checkStates(
                                    Objects.requireNonNull(TestSigning.latest(database, Log.STATES)),
                                    TestSigning.ORIGIN,
                                    signed.size())
                            .requireWitnessed();
                }
                assertThat(signer.status().phase()).isEqualTo(Phase.SIGNING);
            }
            assertThat(one.size(TestSigning.ORIGIN)).isEqualTo(305);
        }
    }

    @Test
    void a_witness_that_does_not_answer_holds_up_one_checkpoint_and_not_each() throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        SigningKeys keys = signing.keys("key");
        try (TestWitness witness = TestWitness.start("witness.example/w1");
                TestLedger ledger = TestLedger.on(database)) {
            witness.trust(keys);
            witness.beSilent(true);
            var settings = new CheckpointSigner.Settings(
                    keys,
                    signing.home(),
                    List.of(witness.witness()),
                    Duration.ofMillis(20),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(3));
            try (CheckpointSigner signer = signing.startWithoutWord(database, settings, new WriteGate())) {
                TestSigning.awaitSigned(database);
                for (int i = 0; i < 3; i++) {
                    ledger.appendMany(1);
                    long start = System.nanoTime();
                    TestSigning.awaitSigned(database);
                    if (i > 0) {
                        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
                    }
                }
                TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
            }
        }
    }

    @Test
    void a_witness_that_knows_a_larger_size_stops_the_signing() throws Exception {
        assertStopped(new Checkpoint(TestSigning.ORIGIN, 50, Hash.sha256()), "it cosigned size 50 before");
    }

    @Test
    void a_witness_that_knows_another_history_stops_the_signing() throws Exception {
        assertStopped(new Checkpoint(TestSigning.ORIGIN, 5, Hash.sha256()), "it refuses the proof");
        assertStopped(new Checkpoint(TestSigning.ORIGIN, 10, Hash.sha256()), "another root of the same size");
    }

    private void assertStopped(Checkpoint known, String reason) throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home.resolve("size-" + known.size()));
        SigningKeys keys = signing.keys("key");
        try (TestWitness witness = TestWitness.start("witness.example/w1");
                TestLedger ledger = TestLedger.on(database)) {
            witness.trust(keys);
            witness.remember(known);
            ledger.appendMany(10);
            try (CheckpointSigner signer = signing.start(database, keys, Duration.ofMinutes(10), witness.witness())) {
                TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
                assertThat(signer.status().reason()).contains("witness.example/w1", reason);
            }
            assertThat(TestSigning.latest(database, Log.LEDGER)).isNull();
            assertThat(signing.kept().read()).isEmpty();
        }
    }

    @Test
    void witnesses_are_configured_by_key_and_address() throws Exception {
        try (TestWitness one = TestWitness.start("witness.example/w1")) {
            String text = one.witness().key() + " " + one.witness().url() + "/";
            assertThat(Witness.parse(text)).containsExactly(one.witness());
            assertThat(Witness.parse(" ")).isEmpty();
            assertThatThrownBy(() -> Witness.parse(text + "," + text)).hasMessageContaining("named twice");
            assertThatThrownBy(() -> Witness.parse("key")).hasMessageContaining("A witness is");
            assertThatThrownBy(() -> Witness.parse(one.witness().key() + " ftp://x"))
                    .hasMessageContaining("http(s)");
        }
    }
}

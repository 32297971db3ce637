package org.stele.eventstore.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.Pinned;
import org.stele.eventstore.fsck.PinnedRoot;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.home.Pins;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRows;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.signing.SigningStatus.Phase;
import org.stele.ledger.note.SignedCheckpoint;

/** What is kept outside the database is written before it matters, proves itself, and is not taken for granted where it is lost. */
class RollbackGuardTest extends SignedLedger {

    private void requireRefused(TestSigning signing, String... said) {
        assertThatThrownBy(() -> RollbackGuard.requireExtends(database.command(), signing.home(), signing.keys("key")))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContainingAll(said)
                .hasMessageContaining("Nothing was written");
        try (CheckpointSigner signer = signing.startWithoutWord(
                database, signing.settings(signing.keys("key"), Duration.ZERO), new WriteGate())) {
            TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
            assertThat(signer.status().reason()).contains(said);
        }
    }

    private void tamper(String table, String statement) throws Exception {
        database.execute(
                "BEGIN",
                "ALTER TABLE ledger." + table + " DISABLE TRIGGER insert_only",
                statement,
                "ALTER TABLE ledger." + table + " ENABLE ALWAYS TRIGGER insert_only",
                "COMMIT");
    }

    /** As the version before left a ledger: no chain, and the checkpoint alone kept. */
    private TestSigning ofTheVersionBefore() throws Exception {
        TestSigning signing = signed(20);
        tamper("signing_chain", "DELETE FROM ledger.signing_chain");
        Files.delete(signing.home().pins().path());
        return signing;
    }

    @Test
    void a_home_of_the_version_before_is_verified_whole_and_then_chained_and_pinned() throws Exception {
        TestSigning signing = ofTheVersionBefore();
        requireGoesOn(signing);
        Pins pins = signing.home().pins().read().orElseThrow().pins();
        assertThat(pins.ledger().size()).isEqualTo(25);
        assertThat(pins.chain().size()).isGreaterThan(6);
        assertThat(pins.accepted()).isNull();
        ChainRow first = Objects.requireNonNull(
                TestSigning.<@Nullable ChainRow>asked(database, connection -> new ChainRows(connection).at(1)));
        assertThat(first.subject().toString()).startsWith("begin (upgrade, size 20, ");
    }

    @Test
    void a_home_of_the_version_before_beside_a_damaged_ledger_is_not_pinned() throws Exception {
        TestSigning signing = ofTheVersionBefore();
        tamper("event", "UPDATE ledger.event SET body = set_byte(body, 60, 65) WHERE position = 3");
        try (CheckpointSigner signer = signing.start(database)) {
            TestSigning.await(() -> !signer.status().reason().isEmpty());
            assertThat(signer.status().reason()).contains("event 3: body and salt");
        }
        assertThat(signing.home().pins().read()).isEmpty();
    }

    @Test
    void a_home_of_the_version_before_misses_its_last_checkpoint_and_any_damage_of_the_second_log() throws Exception {
        TestSigning signing = ofTheVersionBefore();
        TestDatabase whole = database.copy();
        tamper("checkpoint", "DELETE FROM ledger.checkpoint WHERE log = 'ledger' AND size = 20");
        requireRefused(signing, "checkpoint (ledger, size 20): the row is missing");
        whole.execute(
                "ALTER TABLE ledger.state_heads DISABLE TRIGGER insert_only",
                "UPDATE ledger.state_heads SET leaf = set_byte(leaf, 30, get_byte(leaf, 30) # 1) WHERE index = 0",
                "ALTER TABLE ledger.state_heads ENABLE ALWAYS TRIGGER insert_only");
        try (CheckpointSigner signer = signing.start(whole)) {
            TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
            assertThat(signer.status().reason()).contains("state_heads (index 0)");
        }
    }

    @Test
    void a_signed_ledger_without_kept_files_needs_the_operators_word_which_is_shown_from_then_on() throws Exception {
        TestSigning first = signed(20);
        TestSigning second = new TestSigning(home.resolve("second"));
        Files.createDirectories(second.home().directory());
        Files.copy(
                first.home().directory().resolve("key.pem"),
                second.home().directory().resolve("key.pem"));
        String root = new LedgerReader(database.projection()).root(20).hex();
        requireRefused(
                second, "20 events", "neither last-checkpoint nor last-pins", "accept-root --size 20 --root " + root);
        assertThat(second.home().pins().read()).isEmpty();

        PinnedRoot wrong = new PinnedRoot(20, new LedgerReader(database.projection()).root(19));
        PinnedRoot ahead = new PinnedRoot(21, new LedgerReader(database.projection()).root(19));
        for (PinnedRoot other : List.of(wrong, ahead)) {
            assertThatThrownBy(() ->
                            RollbackGuard.accept(database.projection(), second.home(), other, TestSigning.ACCEPTED_AT))
                    .isInstanceOf(SigningRefused.class)
                    .hasMessageContainingAll("Found a ledger", "Your word was for size " + other.size());
        }
        second.accept(database, 20);
        requireGoesOn(second);
        assertThat(second.home().accepted().read()).isEmpty();
        try (CheckpointSigner signer = second.start(database)) {
            TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
            assertThat(Objects.requireNonNull(signer.accepted()).toString())
                    .isEqualTo("size 20, root " + root + ", accepted at 2026-11-23T12:00:00Z");
        }
        assertThatThrownBy(() -> second.accept(database, 20)).hasMessageContaining("Nothing was accepted");
    }

    @Test
    void a_ledger_without_signatures_and_kept_files_needs_the_operators_word_too() throws Exception {
        TestSigning signing = signed(20);
        for (String table : List.of("checkpoint", "cosignature", "state_heads", "signing_key", "signing_chain")) {
            tamper(table, "DELETE FROM ledger." + table);
        }
        Files.delete(signing.home().pins().path());
        Files.delete(signing.home().kept().path());
        requireRefused(signing, "20 events", "accept-root");
    }

    @Test
    void a_permanent_loss_is_accepted_by_the_operators_word_and_the_chain_begins_anew() throws Exception {
        TestSigning signing = signed(20);
        TestSigning other = new TestSigning(home.resolve("other"));
        signing.copyAllTo(other);
        tamper("checkpoint", "DELETE FROM ledger.checkpoint WHERE log = 'ledger' AND size = 0");
        requireRefused(signing, "checkpoint (ledger, size 0): the row is missing");
        Files.delete(signing.home().pins().path());
        Files.delete(signing.home().kept().path());
        signing.accept(database, 20);
        requireGoesOn(signing);
        // Another node was not told.
        requireRefused(other, "signing_chain (number ", "the chain begins anew", "every node needs it");
        signing.copyAllTo(other);
        requireGoesOn(other);
    }

    @Test
    void a_kept_file_that_somebody_else_signed_is_refused() throws Exception {
        TestSigning signing = signed(20);
        SigningKeys stranger = new TestSigning(home.resolve("stranger")).keys("key");
        Pins pins = signing.home().pins().read().orElseThrow().pins();
        SignedCheckpoint kept = signing.kept().read().orElseThrow();

        Files.delete(signing.kept().path());
        signing.kept().write(stranger.sign(kept.checkpoint()));
        requireRefused(signing, "a file last-checkpoint that none of the ledger's keys signed");
        assertThat(new Fsck(database.projection(), TestLedger.STATE_TAG)
                        .run(Pinned.in(signing.home()), position -> {})
                        .firstWrong())
                .isEqualTo("last-checkpoint: none of the ledger's keys signed it");

        Files.delete(signing.kept().path());
        signing.kept().write(kept);
        Files.delete(signing.home().pins().path());
        signing.home().pins().write(pins, stranger);
        requireRefused(signing, "a file last-pins that none of the ledger's keys signed");
        assertThat(new Fsck(database.projection(), TestLedger.STATE_TAG)
                        .run(Pinned.in(signing.home()), position -> {})
                        .firstWrong())
                .isEqualTo("last-pins: none of the ledger's keys signed it");

        Files.delete(signing.home().pins().path());
        signing.home().pins().write(pins, signing.keys("key"));
        Path file = signing.home().pins().path();
        Files.writeString(file, Files.readString(file, UTF_8).replace("\nledger 20 ", "\nledger 19 "));
        assertThatThrownBy(() -> RollbackGuard.requireExtends(database.command(), signing.home(), signing.keys("key")))
                .isInstanceOf(SigningRefused.class);
    }

    @Test
    void nodes_that_share_one_home_take_turns() throws Exception {
        TestSigning signing = signed(20);
        SigningKeys keys = signing.keys("key");
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner leader = signing.start(database, keys, Duration.ZERO)) {
            TestSigning.await(() -> leader.status().phase() == Phase.SIGNING);
            try (CheckpointSigner other = signing.start(database, keys, Duration.ZERO)) {
                for (int i = 0; i < 5; i++) {
                    ledger.appendMany(10);
                    long size = TestSigning.awaitSigned(database).size();
                    TestSigning.await(() -> other.status().size() == size);
                    assertThat(other.status().phase()).isEqualTo(Phase.STANDING_BY);
                }
                leader.close();
                ledger.appendMany(10);
                TestSigning.awaitSigned(database);
                TestSigning.await(() -> other.status().phase() == Phase.SIGNING);
            }
        }
        requireGoesOn(signing);
    }

    @Test
    void an_empty_ledger_is_pinned_before_anything_is_recorded() throws Exception {
        TestSigning signing = new TestSigning(home.resolve("new"));
        RollbackGuard.requireExtends(database.command(), signing.home(), signing.keys("key"));
        assertThat(signing.home().pins().read().orElseThrow().pins()).isEqualTo(Pins.empty(TestSigning.ORIGIN));
        // Cut off before anything was signed.
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(3);
        }
        requireGoesOn(signing);
    }

    @Test
    void pins_never_decrease() throws Exception {
        TestSigning signing = signed(20);
        Pins pins = signing.home().pins().read().orElseThrow().pins();
        signing.home().pins().write(Pins.empty(TestSigning.ORIGIN), signing.keys("key"));
        assertThat(signing.home().pins().read().orElseThrow().pins()).isEqualTo(pins);
    }
}

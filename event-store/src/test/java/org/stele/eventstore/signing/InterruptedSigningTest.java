package org.stele.eventstore.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.Pinned;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.log.StatesRows;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.signing.SigningStatus.Phase;
import org.stele.ledger.note.Checkpoint;

/** A node that stops between two steps of signing leaves nothing that could be signed differently later. */
class InterruptedSigningTest extends SignedLedger {

    /** A connection that breaks between the leaf and its checkpoint leaves a row that is signed as it is. */
    @Test
    void state_heads_that_were_recorded_and_not_signed_are_signed_next() throws Exception {
        TestSigning signing = signed(20);
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.start(database)) {
            ledger.appendMany(5);
            TestSigning.awaitSigned(database);
            TestSigning.await(() -> signer.status().size() == 25);
        }
        long index =
                Objects.requireNonNull(TestSigning.latest(database, Log.STATES)).size();
        try (var connection = database.command().getConnection()) {
            RecomputedTree tree = RecomputedTree.at(connection, null);
            tree.advance(25);
            new StatesRows(connection).insert(index, tree.stateHeads());
        }
        assertThat(new Fsck(database.projection(), TestLedger.STATE_TAG)
                        .run(Pinned.in(signing.home()), position -> {})
                        .firstWrong())
                .isNull();
        try (CheckpointSigner signer = signing.start(database)) {
            TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
        }
        assertThat(Objects.requireNonNull(TestSigning.latest(database, Log.STATES))
                        .size())
                .isEqualTo(index + 1);
        requireGoesOn(signing);
    }

    @Test
    void state_heads_that_somebody_recorded_past_the_signer_are_not_signed() throws Exception {
        TestSigning signing = signed(20);
        database.execute(
                "INSERT INTO ledger.state_heads (index, size, leaf, leaf_hash) SELECT max(index) + 1, 21, max(leaf), max(leaf_hash)"
                        + " FROM ledger.state_heads");
        try (CheckpointSigner signer = signing.start(database)) {
            TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
            assertThat(signer.status().reason()).contains("state_heads (index ");
        }
    }

    /** What was signed is kept before it is recorded: a checkpoint that was never recorded still binds. */
    @Test
    void a_checkpoint_that_was_signed_and_not_recorded_binds_the_next_one() throws Exception {
        TestSigning signing = signed(20);
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(1);
        }
        LedgerReader reader = new LedgerReader(database.projection());
        signing.kept().write(signing.keys("key").sign(new Checkpoint(TestSigning.ORIGIN, 21, reader.root(21))));
        TestDatabase other = database.copy();
        other.execute(
                "ALTER TABLE ledger.event DISABLE TRIGGER insert_only",
                "UPDATE ledger.event SET leaf_hash = sha256(leaf_hash) WHERE position = 21",
                "ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER insert_only");
        assertThatThrownBy(() -> RollbackGuard.requireExtends(other.command(), signing.home(), signing.keys("key")))
                .hasMessageContainingAll("another history", "size 21");
        requireGoesOn(signing);
    }
}

package org.stele.eventstore.fsck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.RollbackGuard;
import org.stele.eventstore.signing.SigningStatus.Phase;
import org.stele.eventstore.signing.TestSigning;
import org.stele.eventstore.signing.TestWitness;

/**
 * Any change by the database's administrator to the signed rows is found by a start, the signer and fsck, which name a
 * row that was removed or changed; and nothing is recorded or signed from then on.
 */
class SignedRowsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String LAST_HEADS = "(SELECT max(index) FROM ledger.state_heads)";
    private static final String LAST_STATES = "(SELECT max(size) FROM ledger.checkpoint WHERE log = 'states')";

    @TempDir
    private static Path shared;

    @TempDir
    private Path home;

    /** An Attack is what is done to the tables, and what is named of it. */
    private record Attack(String name, String named, List<String> statements) {

        static Attack of(String name, String named, String... statements) {
            return new Attack(name, named, List.of(statements));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void a_ledger_that_is_signed() throws Exception {
        TestSigning signing = new TestSigning(shared);
        try (TestWitness witness = TestWitness.start("witness.example/w1");
                TestLedger ledger = TestLedger.on(DATABASE)) {
            witness.trust(signing.keys("key"));
            try (CheckpointSigner signer =
                    signing.start(DATABASE, signing.keys("key"), Duration.ZERO, witness.witness())) {
                // The empty ledger first, whose checkpoint is one of those that are taken away.
                TestSigning.awaitSigned(DATABASE);
                // Of the empty ledger, before anything is in it.
                TestSigning.await(() -> TestSigning.latest(DATABASE, Log.LEDGER) != null);
                for (int i = 0; i < 4; i++) {
                    ledger.appendMany(100);
                    long size = TestSigning.awaitSigned(DATABASE).size();
                    TestSigning.await(() -> TestSigning.headsSize(DATABASE) == size);
                }
                TestSigning.await(() -> signer.status().size() == 400);
            }
        }
    }

    static Stream<Attack> attacks() {
        return Stream.of(
                Attack.of(
                        "the last State heads and their checkpoint",
                        "state_heads (index ",
                        "DELETE FROM ledger.checkpoint WHERE log = 'states' AND size = " + LAST_STATES,
                        "DELETE FROM ledger.state_heads WHERE index = " + LAST_HEADS),
                Attack.of(
                        "the last State heads with all that was signed with them",
                        "state_heads (index ",
                        "DELETE FROM ledger.signing_chain WHERE number >= (SELECT number FROM ledger.signing_chain WHERE kind ="
                                + " 'state_heads' AND size = " + LAST_HEADS + ")",
                        "DELETE FROM ledger.cosignature WHERE log = 'states' AND size = " + LAST_STATES,
                        "DELETE FROM ledger.checkpoint WHERE log = 'states' AND size = " + LAST_STATES,
                        "DELETE FROM ledger.state_heads WHERE index = " + LAST_HEADS),
                Attack.of(
                        "one checkpoint",
                        "checkpoint (ledger, size 0): the row is missing",
                        "DELETE FROM ledger.checkpoint WHERE log = 'ledger' AND size = 0"),
                Attack.of(
                        "the newest checkpoint",
                        "checkpoint (ledger, size 400): the row is missing",
                        "DELETE FROM ledger.checkpoint WHERE log = 'ledger' AND size = 400"),
                Attack.of(
                        "all checkpoints but the last",
                        "checkpoint (ledger, size 0): the row is missing",
                        "DELETE FROM ledger.checkpoint WHERE log = 'ledger' AND size < 400"),
                Attack.of(
                        "all checkpoints with heads and keys",
                        "signing_key (",
                        "DELETE FROM ledger.checkpoint",
                        "DELETE FROM ledger.state_heads",
                        "DELETE FROM ledger.signing_key"),
                Attack.of(
                        "all that was signed, and its chain",
                        "checkpoint (ledger, size 400): the row is missing that was kept outside",
                        "DELETE FROM ledger.checkpoint",
                        "DELETE FROM ledger.state_heads",
                        "DELETE FROM ledger.cosignature",
                        "DELETE FROM ledger.signing_key",
                        "DELETE FROM ledger.signing_chain"),
                Attack.of(
                        "the chain alone",
                        "signing_chain (number 1): the row is missing",
                        "DELETE FROM ledger.signing_chain"),
                Attack.of(
                        "the chain without its first row",
                        "signing_chain (number 1): the row is missing",
                        "DELETE FROM ledger.signing_chain WHERE number = 1"),
                Attack.of(
                        "an older set",
                        "checkpoint (ledger, size 400): the row is missing that was kept outside",
                        olderThan(400)),
                Attack.of(
                        "cosignatures",
                        "cosignature (ledger, size ",
                        "DELETE FROM ledger.cosignature WHERE log = 'ledger'"),
                Attack.of("keys", "signing_key (", "DELETE FROM ledger.signing_key"),
                Attack.of(
                        "the note of one size replaced",
                        "checkpoint (ledger, size 400): it is not the row",
                        "UPDATE ledger.checkpoint SET note = note || convert_to(E'\\u2014 other AAAAAAAA\\n', 'UTF8')"
                                + " WHERE log = 'ledger' AND size = 400"),
                Attack.of(
                        "an extra row of the chain",
                        "signing_chain (number ",
                        "INSERT INTO ledger.signing_chain SELECT number + 1, previous, kind, part, size, name, digest, seal"
                                + " FROM ledger.signing_chain ORDER BY number DESC LIMIT 1"),
                Attack.of(
                        "rows of the chain renumbered",
                        "signing_chain (number 3): the row is missing",
                        "UPDATE ledger.signing_chain SET number = number + 1000000 WHERE number >= 3",
                        "UPDATE ledger.signing_chain SET number = number - 999999 WHERE number > 1000000"),
                Attack.of(
                        "the first row of the chain behind all others",
                        "signing_chain (number 1000000001): it follows no row, as the first does",
                        "UPDATE ledger.signing_chain SET number = number + 1000000000 WHERE number = 1"),
                Attack.of(
                        "a checkpoint of the future",
                        "checkpoint (ledger, size 500): no row of the chain",
                        "INSERT INTO ledger.checkpoint SELECT log, 500, note FROM ledger.checkpoint WHERE size = 400"));
    }

    /** Everything from the chain's row of a checkpoint on, in all tables. */
    private static String[] olderThan(long size) {
        String from =
                "(SELECT number FROM ledger.signing_chain WHERE kind = 'checkpoint' AND part = 'ledger' AND size = "
                        + size + ")";
        return new String[] {
            "DELETE FROM ledger.checkpoint p USING ledger.signing_chain c WHERE c.kind = 'checkpoint' AND c.part = p.log AND"
                    + " c.size = p.size AND c.number >= " + from,
            "DELETE FROM ledger.cosignature p USING ledger.signing_chain c WHERE c.kind = 'cosignature' AND c.part = p.log AND"
                    + " c.size = p.size AND c.number >= " + from,
            "DELETE FROM ledger.state_heads p USING ledger.signing_chain c WHERE c.kind = 'state_heads' AND c.size = p.index AND"
                    + " c.number >= " + from,
            "DELETE FROM ledger.signing_chain WHERE number >= " + from
        };
    }

    private TestSigning homeOfItsOwn() throws Exception {
        TestSigning signing = new TestSigning(home);
        new TestSigning(shared).copyAllTo(signing);
        return signing;
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void it_is_found_and_named_by_the_start_by_the_signer_and_by_fsck(Attack attack) throws Exception {
        TestDatabase database = DATABASE.copy();
        TestSigning signing = homeOfItsOwn();
        Pinned kept = Pinned.in(signing.home());
        attack(database, attack);

        assertThatThrownBy(() -> RollbackGuard.requireExtends(database.command(), signing.home(), signing.keys("key")))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContainingAll(attack.named(), "Nothing was written", "last-pins");
        assertThatThrownBy(() -> RollbackGuard.requireExtends(database.superuser(), signing.home()))
                .as("before migration")
                .hasMessageContaining(attack.named());
        assertThat(new Fsck(database.projection(), TestLedger.STATE_TAG)
                        .run(kept, position -> {})
                        .firstWrong())
                .startsWith(attack.named());
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.startWithoutWord(
                        database, signing.settings(signing.keys("key"), Duration.ZERO), ledger.gate())) {
            TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
            assertThat(signer.status().reason()).contains(attack.named());
            assertThatThrownBy(() -> ledger.append(TestLedger.event("test.A")))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContainingAll("the database contradicts what was signed", attack.named());
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void a_signer_that_runs_finds_it_although_nothing_is_new(Attack attack) throws Exception {
        TestDatabase database = DATABASE.copy();
        TestSigning signing = homeOfItsOwn();
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.startWithoutWord(
                        database, signing.settings(signing.keys("key"), Duration.ofHours(1)), ledger.gate())) {
            TestSigning.await(() -> signer.status().phase() == Phase.SIGNING);
            attack(database, attack);
            TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
            assertThat(ledger.gate().reasons()).containsKey(WriteGate.Keeper.SIGNER);
            // In the middle of a round the first missing row may be another than the one named first.
            assertThat(signer.status().reason())
                    .containsPattern("(checkpoint|cosignature|state_heads|signing_key|signing_chain) \\(");
        }
    }

    @Test
    void a_node_that_stands_by_finds_it_as_well() throws Exception {
        for (Attack attack : attacks().toList().subList(0, 4)) {
            TestDatabase database = DATABASE.copy();
            TestSigning signing = new TestSigning(home.resolve(attack.name()));
            new TestSigning(shared).copyAllTo(signing);
            try (var connection = database.superuser().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(" + 0x5354454C45_02L + ")");
                try (CheckpointSigner signer = signing.startWithoutWord(
                        database, signing.settings(signing.keys("key"), Duration.ZERO), new WriteGate())) {
                    TestSigning.await(() -> signer.status().phase() == Phase.STANDING_BY);
                    attack(database, attack);
                    TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
                }
            }
        }
    }

    /** An honest signer once forked the State-heads log in this way. */
    @Test
    void no_second_note_of_one_size_is_signed_for_the_state_heads() throws Exception {
        TestDatabase database = DATABASE.copy();
        TestSigning signing = homeOfItsOwn();
        long signed =
                Objects.requireNonNull(TestSigning.latest(database, Log.STATES)).size();
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(7);
        }
        attack(database, attacks().toList().get(1));
        try (CheckpointSigner signer = signing.start(database, signing.keys("key"), Duration.ZERO)) {
            TestSigning.await(() -> signer.status().phase() == Phase.STOPPED);
        }
        assertThat(Objects.requireNonNull(TestSigning.latest(database, Log.STATES))
                        .size())
                .isLessThan(signed);
    }

    @Test
    void an_untouched_ledger_is_signed_further_and_is_sound() throws Exception {
        TestDatabase database = DATABASE.copy();
        TestSigning signing = homeOfItsOwn();
        RollbackGuard.requireExtends(database.command(), signing.home(), signing.keys("key"));
        try (TestLedger ledger = TestLedger.on(database);
                CheckpointSigner signer = signing.start(database, signing.keys("key"), Duration.ZERO)) {
            ledger.appendMany(7);
            TestSigning.awaitSigned(database);
            TestSigning.await(() -> TestSigning.headsSize(database) == 407);
            TestSigning.await(() -> signer.status().size() == 407);
        }
        FsckReport report =
                new Fsck(database.projection(), TestLedger.STATE_TAG).run(Pinned.in(signing.home()), position -> {});
        assertThat(report.firstWrong()).isNull();
        assertThat(report.chained()).isGreaterThan(20);
        assertThat(report.text()).contains("held against the pins kept of both logs");
    }

    private static void attack(TestDatabase database, Attack attack) throws SQLException {
        List<String> statements = new ArrayList<>(List.of("BEGIN"));
        List<String> tables = List.of("checkpoint", "cosignature", "state_heads", "signing_key", "signing_chain");
        tables.forEach(table -> statements.add("ALTER TABLE ledger." + table + " DISABLE TRIGGER USER"));
        statements.addAll(attack.statements());
        for (String table : tables) {
            for (String trigger : Arrays.asList("insert_only", "insert_only_truncate")) {
                statements.add("ALTER TABLE ledger." + table + " ENABLE ALWAYS TRIGGER " + trigger);
            }
        }
        statements.add("COMMIT");
        database.execute(statements.toArray(String[]::new));
    }
}

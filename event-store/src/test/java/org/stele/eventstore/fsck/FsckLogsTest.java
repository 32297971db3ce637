package org.stele.eventstore.fsck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.SigningStatus;
import org.stele.eventstore.signing.TestSigning;
import org.stele.eventstore.signing.TestWitness;

/** Each change to what was signed is found and named by fsck, and refused to every role before. Changes are rolled back. */
class FsckLogsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeAll
    static void a_ledger_that_is_signed(@TempDir Path home) throws Exception {
        TestSigning signing = new TestSigning(home);
        try (TestWitness witness = TestWitness.start("witness.example/w1");
                TestLedger ledger = TestLedger.on(DATABASE)) {
            witness.trust(signing.keys("key"));
            try (CheckpointSigner signer =
                    signing.start(DATABASE, signing.keys("key"), Duration.ZERO, witness.witness())) {
                for (int i = 0; i < 4; i++) {
                    ledger.appendMany(100);
                    long size = TestSigning.awaitSigned(DATABASE).size();
                    TestSigning.await(() -> TestSigning.headsSize(DATABASE) == size);
                }
                assertThat(signer.status().phase()).isEqualTo(SigningStatus.Phase.SIGNING);
            }
        }
    }

    static Stream<Arguments> changes() {
        String note =
                "UPDATE ledger.checkpoint SET note = %s WHERE log = '%s' AND size = (SELECT max(size) FROM ledger.checkpoint c"
                        + " WHERE c.log = checkpoint.log)";
        return Stream.of(
                Arguments.of(
                        String.format(Locale.ROOT, note, "overlay(note placing 'x' from 3 for 1)", "ledger"),
                        "checkpoint (ledger, size 400): "),
                Arguments.of(
                        String.format(
                                Locale.ROOT,
                                note,
                                "set_byte(note, octet_length(note) - 40, get_byte(note, octet_length(note) - 40) # 1)",
                                "ledger"),
                        "checkpoint (ledger, size 400): "),
                Arguments.of(
                        "UPDATE ledger.checkpoint SET size = 399 WHERE log = 'ledger' AND size = 400",
                        "checkpoint (ledger, size 400): the row is missing"),
                Arguments.of("""
                        INSERT INTO ledger.checkpoint (log, size, note)
                        SELECT log, 401, replace(convert_from(note, 'UTF8'), E'\\n400\\n', E'\\n401\\n')::bytea
                        FROM ledger.checkpoint WHERE log = 'ledger' AND size = 400
                        """, "checkpoint (ledger, size 401): no row of the chain"),
                Arguments.of("DELETE FROM ledger.signing_key", "signing_key (ledger.example/audit+"),
                Arguments.of(
                        "INSERT INTO ledger.signing_key SELECT verifier_key, 'last', 399 FROM ledger.signing_key",
                        "signing_key (ledger.example/audit+"),
                Arguments.of(
                        "DELETE FROM ledger.checkpoint WHERE log = 'states' AND size = (SELECT max(size) FROM"
                                + " ledger.checkpoint WHERE log = 'states')",
                        "checkpoint (states, size "),
                Arguments.of("DELETE FROM ledger.state_heads WHERE index = 0", "state_heads (index 0): the row"),
                Arguments.of(
                        "UPDATE ledger.state_heads SET leaf = set_byte(leaf, 30, get_byte(leaf, 30) # 1) WHERE index = 0",
                        "state_heads (index 0): "),
                Arguments.of(
                        "UPDATE ledger.state_heads SET size = 99 WHERE index = 0",
                        "state_heads (index 0): it is not the row"),
                Arguments.of(
                        "DELETE FROM ledger.checkpoint WHERE log = 'ledger' AND size = 400",
                        "checkpoint (ledger, size 400): the row is missing"),
                Arguments.of(
                        "UPDATE ledger.cosignature SET line = (SELECT line FROM ledger.cosignature k WHERE k.log = 'ledger'"
                                + " AND k.size < 400 ORDER BY k.size DESC LIMIT 1) WHERE log = 'ledger' AND size = 400",
                        "cosignature (ledger, size 400"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_is_found_and_named(String change, String named) throws SQLException {
        assertThat(Tampering.with(DATABASE, Pinned.NOTHING, change).firstWrong())
                .startsWith(named);
    }

    @Test
    void an_unchanged_ledger_is_sound() {
        FsckReport report = new Fsck(DATABASE.projection(), TestLedger.STATE_TAG).run(position -> {});
        assertThat(report.firstWrong()).isNull();
        assertThat(report.checkpoints()).isGreaterThanOrEqualTo(8);
        assertThat(report.stateHeads()).isGreaterThanOrEqualTo(4);
        assertThat(report.text()).contains("signed checkpoints");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void what_was_signed_is_insert_only_for_every_role(String table) {
        for (DataSource role :
                List.of(DATABASE.command(), DATABASE.projection(), DATABASE.owner(), DATABASE.superuser())) {
            for (String change : List.of("DELETE FROM ledger.", "TRUNCATE ledger.")) {
                assertThatThrownBy(() -> execute(role, change + table))
                        .hasMessageMatching("(?s).*(insert-only|permission denied).*");
            }
        }
        assertThatThrownBy(() -> execute(
                        DATABASE.projection(), "INSERT INTO ledger.%1$s SELECT * FROM ledger.%1$s".formatted(table)))
                .hasMessageContaining("permission denied");
    }

    static Stream<String> tables() {
        return Stream.of("checkpoint", "cosignature", "state_heads", "signing_key", "signing_chain");
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (var connection = role.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

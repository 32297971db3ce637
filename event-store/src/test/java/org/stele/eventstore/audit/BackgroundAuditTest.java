package org.stele.eventstore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.axon.RecordedEvent;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.WritingRefused;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.fsck.IndexEntries;
import org.stele.eventstore.fsck.Tampering;
import org.stele.eventstore.fsck.TestDamage;
import org.stele.eventstore.guard.WriteGate.Keeper;
import org.stele.eventstore.home.SigningHome;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.SigningStatus;
import org.stele.eventstore.signing.TestSigning;

/**
 * While a finding of the audit is open, nothing is recorded; recording resumes by itself when the damage is repaired or
 * accepted.
 */
class BackgroundAuditTest {

    private static final Duration QUICK = Duration.ofMillis(20);
    private static final String CHANGE = "UPDATE ledger.event SET body = set_byte(body, 60, 65) WHERE position = 7";

    @TempDir
    Path directory;

    private final TestDatabase database = TestDatabase.create();
    private TestLedger ledger = TestLedger.on(database);

    @BeforeEach
    void a_ledger_of_some_pages() {
        ledger.appendMany(1_100);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_changed_body_stops_writing_until_its_bytes_are_back() throws SQLException {
        try (BackgroundAudit audit = start()) {
            TestSigning.await(() -> audit.status().passes() > 0);
            TestDamage damage = new TestDamage(database, 7);
            damage.set("body = set_byte(body, 60, 65)");
            TestSigning.await(this::isClosed);

            assertThat(ledger.gate().reasons().get(Keeper.AUDIT)).contains("event 7: body and salt");
            assertThat(audit.status().findings())
                    .extracting(AuditFinding::position)
                    .containsExactly(7L);
            assertThatThrownBy(() -> ledger.appendMany(1))
                    .hasRootCauseInstanceOf(WritingRefused.class)
                    .hasRootCauseMessage("Nothing is recorded now: "
                            + ledger.gate().reasons().get(Keeper.AUDIT));

            damage.restore();
            TestSigning.await(() -> !isClosed());
            ledger.appendMany(1);
            assertThat(audit.status().findings()).isEmpty();
        }
    }

    @Test
    void a_change_of_an_index_stops_writing_until_it_is_undone() throws SQLException {
        try (BackgroundAudit audit = start()) {
            Tampering.leave(database, IndexEntries.added(42, 7, 1));
            TestSigning.await(this::isClosed);
            assertThat(audit.status().findings())
                    .extracting(AuditFinding::what)
                    .containsExactly("index_run (key 42, position 7): no event accounts for this entry");

            Tampering.leave(database, "DELETE FROM ledger.index_run WHERE key = 42");
            TestSigning.await(() -> !isClosed());
        }
    }

    @Test
    void several_places_must_all_be_repaired() throws SQLException {
        TestDamage seventh = new TestDamage(database, 7);
        TestDamage last = new TestDamage(database, 1_100);
        Tampering.leave(database, "UPDATE ledger.event SET body = body || ' ' WHERE position IN (7, 1100)");
        try (BackgroundAudit audit = start()) {
            TestSigning.await(() -> audit.status().findings().size() == 2);
            seventh.restore();
            TestSigning.await(() -> audit.status().findings().size() == 1);
            assertThat(isClosed()).isTrue();
            last.restore();
            TestSigning.await(() -> !isClosed());
        }
    }

    @Test
    void a_node_that_is_started_again_over_damage_records_nothing_from_the_start() throws Exception {
        Tampering.leave(database, CHANGE);
        try (BackgroundAudit audit = start()) {
            TestSigning.await(this::isClosed);
        }
        ledger.close();
        ledger = TestLedger.on(database);

        BackgroundAudit audit = BackgroundAudit.start(database.projection(), ledger.gate(), settings());
        boolean wasClosed = isClosed();
        audit.close();

        assertThat(wasClosed).isTrue();
        assertThat(Files.readAllLines(home().findings().path()))
                .containsExactly("ROW event 7: body and salt are not those that the leaf commits to");
    }

    @Test
    void two_persons_accept_the_damage_of_one_position_as_it_was_found() throws SQLException {
        Tampering.leave(database, CHANGE);
        try (BackgroundAudit audit = start()) {
            TestSigning.await(this::isClosed);

            accept("a", "b");
            TestSigning.await(() -> !isClosed() && audit.status().accepted() == 1);
            ledger.appendMany(1);

            FsckReport report = ledger.fsck();
            assertThat(report.firstWrong()).isNull();
            assertThat(report.accepted()).extracting(AcceptedDamage::position).containsExactly(7L);
            assertThat(report.text())
                    .contains("DAMAGED, and accepted", "event 7: ", "accepted by a and b")
                    .doesNotContain("SOUND");

            Tampering.leave(database, "UPDATE ledger.event SET body = set_byte(body, 61, 66) WHERE position = 7");
            TestSigning.await(this::isClosed);
            assertThat(audit.status().findings())
                    .extracting(AuditFinding::position)
                    .containsExactly(7L);
            assertThat(ledger.fsck().firstWrong()).startsWith("event 7: ");
        }
    }

    @Test
    void one_person_alone_accepts_nothing() throws SQLException {
        Tampering.leave(database, CHANGE);
        try (BackgroundAudit audit = start()) {
            TestSigning.await(this::isClosed);
            long passes = audit.status().passes();
            accept("a", "A");
            TestSigning.await(() -> audit.status().passes() > passes + 1);
            assertThat(isClosed()).isTrue();
        }
    }

    @Test
    void what_was_accepted_of_a_position_covers_its_tags_and_its_command_too() throws SQLException {
        CommandKey key = TestLedger.command("RUS", "x");
        long last = ledger.append(
                TestLedger.event("a.First", key.metadata(), "memberState=RUS", "n=1"),
                TestLedger.event("a.Second", key.metadata(), "memberState=RUS", "n=2"),
                TestLedger.event("a.Third", key.metadata(), "memberState=RUS", "n=3"));
        long middle = last - 1;
        Tampering.leave(
                database,
                "UPDATE ledger.event SET body = '\\x00', salt = '\\x', type = '', tags = '{}' WHERE position = "
                        + middle,
                IndexEntries.split(),
                "DELETE FROM ledger.index_run" + IndexEntries.at(middle),
                "UPDATE ledger.command SET event_count = 9 WHERE first_position = " + (middle - 1));
        try (BackgroundAudit audit = start()) {
            TestSigning.await(this::isClosed);
            new TestDamage(database, middle).accept(ledger, "a", "b");
            TestSigning.await(() -> !isClosed() && audit.status().accepted() == 1);
            assertThat(ledger.fsck().firstWrong()).isNull();
        }
    }

    @Test
    void nothing_is_decided_on_a_damaged_body_and_what_was_accepted_counts_as_not_recorded() throws SQLException {
        Tampering.leave(database, CHANGE);
        assertThatThrownBy(() -> sourced(7)).hasMessageContaining("event 7, on which it would be decided, is damaged");
        accept("a", "b");
        assertThat(sourced(7)).isZero();
        assertThat(sourced(8)).isEqualTo(1);
    }

    @Test
    void nothing_is_signed_while_a_finding_stands_and_signing_goes_on_when_it_is_accepted() throws SQLException {
        try (CheckpointSigner signer = sign();
                BackgroundAudit audit = start()) {
            TestSigning.awaitSigned(database);
            Tampering.leave(database, CHANGE);
            TestSigning.await(() -> signer.status().phase() == SigningStatus.Phase.INTERRUPTED);
            assertThat(signer.status().reason()).contains("event 7: body and salt");

            accept("a", "b");
            TestSigning.await(() -> audit.status().accepted() == 1 && !isClosed());
            ledger.appendMany(1);
            assertThat(TestSigning.awaitSigned(database).size()).isEqualTo(1_102);
        }
        assertThat(ledger.fsck().firstWrong()).isNull();
    }

    @Test
    void damage_that_was_never_signed_holds_the_signer_and_all_that_is_recorded_until_it_is_accepted()
            throws SQLException {
        Tampering.leave(database, "UPDATE ledger.event SET body = body || ' ' WHERE position = 1100");
        try (CheckpointSigner signer = sign()) {
            TestSigning.await(() -> ledger.gate().reasons().containsKey(Keeper.SIGNER));
            assertThatThrownBy(() -> ledger.appendMany(1)).hasRootCauseInstanceOf(WritingRefused.class);
            assertThat(signer.status().reason()).contains("event 1100: body and salt");

            new TestDamage(database, 1_100).accept(ledger, "a", "b");

            TestSigning.await(() -> ledger.gate().reasons().isEmpty());
            ledger.appendMany(1);
            assertThat(TestSigning.awaitSigned(database).size()).isEqualTo(1_102);
        }
        assertThat(ledger.fsck().accepted()).hasSize(1);
    }

    private CheckpointSigner sign() {
        TestSigning signing = new TestSigning(directory);
        signing.accept(database, ledger.reader().head());
        return signing.startWithoutWord(
                database, signing.settings(signing.keys("key"), Duration.ofMinutes(10)), ledger.gate());
    }

    private long sourced(long position) {
        Tag tag = TestLedger.tag("n=" + (position - 1));
        var condition = SourcingCondition.conditionFor(EventCriteria.havingTags(tag));
        var stream = ledger.engine().source(condition, null);
        long count = 0;
        while (stream.hasNextAvailable()) {
            if (stream.next().orElseThrow().message() instanceof RecordedEvent) {
                count++;
            }
        }
        stream.error().ifPresent(error -> {
            throw (RuntimeException) error;
        });
        return count;
    }

    private boolean isClosed() {
        return ledger.gate().reasons().containsKey(Keeper.AUDIT);
    }

    private void accept(String proposer, String second) throws SQLException {
        new TestDamage(database, 7).accept(ledger, proposer, second);
    }

    private BackgroundAudit start() {
        return BackgroundAudit.start(database.projection(), ledger.gate(), settings());
    }

    private SigningHome home() {
        return new SigningHome(directory);
    }

    private BackgroundAudit.Settings settings() {
        return new BackgroundAudit.Settings(
                home(), TestLedger.STATE_TAG, Duration.ofHours(1), QUICK, QUICK, Clock.systemUTC());
    }
}

package org.stele.query.projection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.events.types.EventTypes;
import org.stele.query.replay.EventDecoder;
import org.stele.query.replay.LedgerFold;
import org.stele.query.testing.TestLedger;
import org.stele.statefile.DeadLetters;
import org.stele.statefile.StateFileBuilder;
import org.stele.statefile.StateFileJson;

/**
 * An event that cannot be read or folded holds back its State's file, and no other. The older program of these tests
 * does not know that evidence can be resolved.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLettersTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final FilingId SAID = new FilingId(UUID.fromString("6f1c2d3e-4a5b-4c6d-8e7f-901234567890"));

    private final TestLedger ledger = new TestLedger();
    private final HikariDataSource database = database();
    private final ProjectionFixture older = new ProjectionFixture(ledger, database, olderDecoder());
    private final ProjectionFixture newer = new ProjectionFixture(ledger, database);

    private HikariDataSource database() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(ledger.database().projection());
        return pool;
    }

    private static EventDecoder olderDecoder() {
        return new EventDecoder(EventTypes.all().stream()
                .filter(type -> type != EvidenceResolved.class)
                .toList());
    }

    @AfterEach
    void close() {
        database.close();
        ledger.close();
    }

    @Test
    void one_state_is_held_back_and_192_continue() {
        long poisoned = poison(MemberState.POL);
        long head = everybodyAgain();

        project(older, head);

        assertThat(held(MemberState.POL))
                .isEqualTo(new DeadLetters(
                        poisoned,
                        requireNonNull(held(MemberState.POL)).cause(),
                        2,
                        poisoned + 1 + MemberState.POL.ordinal()));
        assertThat(requireNonNull(held(MemberState.POL)).cause()).contains("evidence.EvidenceResolved in version 1");
        assertThat(older.heldRows().live().all()).hasSize(1);
        StateFileCache.Files files = older.liveFiles().atThisMoment();
        for (MemberState state : MemberState.values()) {
            long upTo = state == MemberState.POL ? poisoned - 1 : head;
            assertThat(files.file(state))
                    .as(state.iso3())
                    .isEqualTo(newer.replay().from(state, upTo).toStateFile());
        }
        assertThat(files.file(MemberState.NOR).evidence()).hasSize(2);
    }

    @Test
    void what_was_held_back_is_folded_in_order_once_its_cause_is_gone() {
        poison(MemberState.POL);
        long head = everybodyAgain();
        project(older, head);
        StateFileCache files = newer.liveFiles();
        assertThat(files.atThisMoment().held(MemberState.POL)).isNotNull();

        assertThat(older.retry().run(MemberState.POL)).isEqualTo(held(MemberState.POL));
        assertThat(newer.retry().run(MemberState.POL)).isNull();

        assertThat(newer.heldRows().live().isEmpty()).isTrue();
        assertThat(files.atThisMoment().held(MemberState.POL)).isNull();
        assertThat(StateFileJson.digest(files.atThisMoment().file(MemberState.POL)))
                .isEqualTo(StateFileJson.digest(
                        newer.replay().from(MemberState.POL, head).toStateFile()));
        assertThat(newer.retry().run(MemberState.POL)).isNull();
    }

    @Test
    void a_restart_keeps_what_is_held_back_and_later_events_stand_behind_it() {
        long poisoned = poison(MemberState.POL);
        project(older, everybodyAgain());
        DeadLetters before = requireNonNull(held(MemberState.POL));

        long head = everybodyAgain();
        project(new ProjectionFixture(ledger, database), head);

        DeadLetters after = requireNonNull(held(MemberState.POL));
        assertThat(after.from()).isEqualTo(poisoned);
        assertThat(after.count()).isEqualTo(before.count() + 1);
        assertThat(after.cause()).isEqualTo(before.cause());
        newer.retry().run(MemberState.POL);
        assertThat(newer.liveFiles().atThisMoment().file(MemberState.POL))
                .isEqualTo(newer.replay().from(MemberState.POL, head).toStateFile());
    }

    @Test
    void rebuild_and_replay_hold_back_the_same_events() {
        poison(MemberState.POL);
        long head = everybodyAgain();
        project(older, head);
        Map<MemberState, ?> files = older.liveFiles().atThisMoment().all();
        DeadLetters held = requireNonNull(held(MemberState.POL));

        older.rebuild().run();
        StateFileBuilder alone = older.replay().from(MemberState.POL, head);
        LedgerFold together = new LedgerFold();
        older.replay().continueAll(together, 0, head);

        assertThat(held(MemberState.POL)).isEqualTo(held);
        assertThat(older.liveFiles().atThisMoment().all()).isEqualTo(files);
        assertThat(alone.held()).isEqualTo(held);
        assertThat(alone.toStateFile()).isEqualTo(files.get(MemberState.POL));
        assertThat(together.held()).isEqualTo(older.heldRows().live());
        newer.rebuild().run();
        assertThat(newer.heldRows().live().isEmpty()).isTrue();
    }

    @Test
    void an_event_that_the_fold_refuses_is_held_back_with_the_reason() {
        everybodyAgain();
        long poisoned = ledger.append(List.of(
                new AttestationReceived(MemberState.POL, SAID, 1, PartialDate.parse("2019-03-01"), null, null)));
        long head = everybodyAgain();

        project(newer, head);

        DeadLetters held = requireNonNull(held(MemberState.POL));
        assertThat(held.from()).isEqualTo(poisoned);
        assertThat(held.cause()).isEqualTo("The events before it do not admit it: IllegalArgumentException");
        assertThat(newer.retry().run(MemberState.POL)).isEqualTo(held);
        assertThat(newer.liveFiles().atThisMoment().file(MemberState.POL).evidence())
                .hasSize(1);
        assertThat(newer.liveFiles().atThisMoment().file(MemberState.NOR).evidence())
                .hasSize(2);
    }

    @Test
    void an_event_of_no_state_that_cannot_be_read_is_kept_in_view_and_holds_nobody() {
        long poisoned = ledger.appendUnknown("lists.ListForgotten", null);
        long head = everybodyAgain();

        project(newer, head);

        assertThat(held(null))
                .isEqualTo(new DeadLetters(poisoned, requireNonNull(held(null)).cause(), 1, poisoned));
        assertThat(newer.liveFiles().atThisMoment().all()).hasSize(193);
        assertThat(newer.retry().run(null)).isEqualTo(held(null));
    }

    @Test
    void health_and_metrics_show_what_is_held_back() {
        poison(MemberState.POL);
        long head = everybodyAgain();
        project(older, head);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new ProjectionMetrics(ledger.open(), older.rows(), older.heldRows()).bindTo(registry);

        Health health = new ProjectionHealth(
                        ledger.open(), older.rows(), older.heldRows(), older.findings(), InstantSource.system())
                .health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsEntry("heldStates", 1).containsEntry("heldEvents", 2L);
        assertThat(registry.get("stele.projection.held.events").gauge().value()).isEqualTo(2);
        assertThat(registry.get("stele.projection.held.states").gauge().value()).isEqualTo(1);
        assertThat(registry.get("stele.projection.lag").gauge().value()).isZero();
        assertThat(registry.get("stele.projection.position").gauge().value()).isEqualTo(head);
    }

    /** Says something of every State, and then of one what the older program does not know. */
    private long poison(MemberState state) {
        everybodyAgain();
        ledger.append(List.of(said(state, SAID)));
        return ledger.append(List.of(new EvidenceResolved(state, SAID, PartialDate.parse("2021"), "It was answered.")));
    }

    private long everybodyAgain() {
        return ledger.append(Arrays.stream(MemberState.values())
                .map(state -> said(state, new FilingId(UUID.randomUUID())))
                .toList());
    }

    private static StateEvent said(MemberState state, FilingId id) {
        return new EvidenceRecorded(
                state,
                id,
                EvidenceKind.PRESS,
                PartialDate.parse("2019"),
                PartialDate.parse("2020"),
                null,
                false,
                "Said by somebody.",
                null,
                null,
                false,
                null);
    }

    private @Nullable DeadLetters held(@Nullable MemberState state) {
        return newer.heldRows().live().of(state);
    }

    /** With a real processor, as the application has it. */
    private static void project(ProjectionFixture fixture, long head) {
        ProjectionProcessor processor = fixture.processor(Duration.ofMinutes(1));
        processor.start();
        try {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> fixture.rows().progress().position() == head);
        } finally {
            processor.stop();
        }
    }
}

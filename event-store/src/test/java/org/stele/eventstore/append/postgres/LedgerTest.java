package org.stele.eventstore.append.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.axon.RecordedEvent;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** What is appended is found again, as it was, under every selection. */
class LedgerTest {

    private final TestLedger ledger = TestLedger.on(TestDatabase.create());

    @BeforeEach
    void three_events() {
        ledger.append(
                TestLedger.event("notice.Received", Map.of("actor", "focal-point"), "memberState=RUS", "notice=7"));
        ledger.append(TestLedger.event("notice.Received", "memberState=CHN", "notice=8"));
        ledger.append(TestLedger.event("notice.Withdrawn", "memberState=RUS", "notice=7"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private List<Long> positions(Selection selection) {
        return ledger.reader().read(selection, 0, Long.MAX_VALUE, 100).stream()
                .map(StoredEvent::position)
                .toList();
    }

    private StoredEvent at(long position) {
        return Objects.requireNonNull(ledger.reader().at(position));
    }

    @Test
    void an_event_is_stored_with_its_body_and_read_back_byte_for_byte() {
        StoredEvent event = at(1);
        assertThat(new String(event.body(), UTF_8))
                .startsWith(
                        "{\"metadata\":{\"actor\":\"focal-point\",\"decidedAt\":\"2026-11-23T12:00:00.123456789Z\"},"
                                + "\"payload\":{")
                .endsWith(
                        "},\"tags\":[\"memberState=RUS\",\"notice=7\"],\"type\":\"notice.Received\",\"typeVersion\":\"1\"}");
        assertThat(event.type()).isEqualTo("notice.Received");
        assertThat(event.typeVersion()).isEqualTo("1");
        assertThat(event.state()).isEqualTo("RUS");
        assertThat(event.tags()).containsExactly("memberState=RUS", "notice=7");
        assertThat(event.metadata()).containsEntry("actor", "focal-point").hasSize(2);
        assertThat(new String(event.body(), UTF_8)).contains(new String(event.payload(), UTF_8));
    }

    @Test
    void leaves_chain_the_events_of_each_state() {
        Leaf first = Leaf.parse(at(1).leaf());
        Leaf other = Leaf.parse(at(2).leaf());
        Leaf second = Leaf.parse(at(3).leaf());
        assertThat(first.stateSequence()).isEqualTo(1);
        assertThat(other.stateSequence()).isEqualTo(1);
        assertThat(second.stateSequence()).isEqualTo(2);
        assertThat(second.previousInState()).isEqualTo(at(1).leafHash());
        assertThat(second.commitment()).isEqualTo(Commitment.of(at(3).salt(), at(3).body()));
        assertThat(at(3).leafHash()).isEqualTo(TreeHash.leaf(at(3).leaf()));
        assertThat(ledger.reader().root(3))
                .isEqualTo(TreeHash.node(TreeHash.node(at(1).leafHash(), at(2).leafHash()), at(3).leafHash()));
        assertThat(ledger.reader().root(0)).isEqualTo(TreeHash.EMPTY_ROOT);
    }

    @Test
    void a_state_chain_goes_on_after_a_restart() {
        try (TestLedger again = TestLedger.on(ledger.database())) {
            again.append(TestLedger.event("notice.Received", "memberState=RUS"));
            again.append(TestLedger.event("chair.Note"));
        }
        Leaf third = Leaf.parse(at(4).leaf());
        assertThat(third.stateSequence()).isEqualTo(3);
        assertThat(third.previousInState()).isEqualTo(at(3).leafHash());
        assertThat(Leaf.parse(at(5).leaf()).state()).isNull();
        assertThat(ledger.fsck().firstWrong()).isNull();
    }

    @Test
    void a_selection_finds_the_events_it_names_and_no_others() {
        assertThat(positions(Selection.all())).containsExactly(1L, 2L, 3L);
        assertThat(positions(Selection.tag("memberState=RUS"))).containsExactly(1L, 3L);
        assertThat(positions(Selection.tag("memberState=POL"))).isEmpty();
        assertThat(positions(Selection.types("notice.Received"))).containsExactly(1L, 2L);
        assertThat(positions(Selection.tagAndTypes("notice=7", "notice.Withdrawn")))
                .containsExactly(3L);
        List<Selection.Clause> either =
                new ArrayList<>(Selection.tag("notice=8").clauses());
        either.addAll(Selection.types("notice.Withdrawn").clauses());
        assertThat(positions(new Selection(either))).containsExactly(2L, 3L);
        assertThat(ledger.reader().read(Selection.all(), 1, 2, 100)).hasSize(1);
        assertThat(ledger.reader().read(Selection.tag("memberState=RUS"), 0, 3, 1))
                .hasSize(1);
    }

    @Test
    void the_size_at_an_instant_counts_what_was_recorded_before_it() {
        assertThat(ledger.reader().sizeAt(at(1).recordedAt())).isZero();
        assertThat(ledger.reader().sizeAt(at(2).recordedAt().plusNanos(1_000))).isEqualTo(2);
        assertThat(ledger.reader().sizeAt(at(3).recordedAt().plusSeconds(1))).isEqualTo(3);
    }

    @Test
    void a_condition_is_checked_against_recent_events_and_after_a_restart_against_the_tables() {
        var late = TestLedger.event("notice.Received", "notice=7");
        try (TestLedger again = TestLedger.on(ledger.database())) {
            for (TestLedger node : List.of(ledger, again)) {
                assertThatThrownBy(() -> node.append(TestLedger.onlyIfNothingAfter(2, "notice=7"), late))
                        .isInstanceOf(AppendEventsTransactionRejectedException.class);
                assertThatThrownBy(() ->
                                node.append(TestLedger.onlyIfNothingAfter(0, "notice=7", "memberState=RUS"), late))
                        .isInstanceOf(AppendEventsTransactionRejectedException.class);
            }
            assertThat(again.append(TestLedger.onlyIfNothingAfter(2, "notice=7", "memberState=CHN"), late))
                    .isEqualTo(4);
            assertThat(ledger.append(
                            TestLedger.onlyIfNothingAfter(3, "notice=8"), TestLedger.event("chair.Note", "notice=8")))
                    .isEqualTo(5);
        }
        assertThat(ledger.fsck().firstWrong()).isNull();
    }

    @Test
    void what_can_never_be_right_is_refused_and_records_nothing() {
        assertThatThrownBy(() -> ledger.append(TestLedger.event("a.B", "memberState=RUS", "memberState=CHN")))
                .hasMessageContaining("one State");
        assertThatThrownBy(() -> ledger.append(TestLedger.event("a.B", "memberState=Russia")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.append(TestLedger.event("a.B", Map.of("decidedAt", "now"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.append(TestLedger.event("a.B", Map.of("commandId", "half a key"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.append(TestLedger.event("a.B", "x=" + "y".repeat(Body.MAX_BYTES))))
                .hasMessageContaining("limit");
        var event = TestLedger.event("a.B");
        assertThat(ledger.append(event)).isEqualTo(4);
        assertThatThrownBy(() -> ledger.append(event)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.append(TestLedger.event("a.B"))).isEqualTo(5);
        assertThat(ledger.fsck().firstWrong()).isNull();
    }

    @Test
    void an_event_message_knows_its_place_in_the_ledger() {
        RecordedEvent event = RecordedEvent.of(at(2));
        assertThat(event.position()).isEqualTo(2);
        assertThat(event.leafHash()).isEqualTo(at(2).leafHash());
        assertThat(event.metadata()).isEmpty();
        assertThat(event.timestamp()).isEqualTo("2026-11-23T12:00:00.123456789Z");
        assertThat(event.withConvertedPayload(Map.class, new LedgerConverter())).isInstanceOf(RecordedEvent.class);
        assertThat(event.andMetadata(Map.of("a", "b"))).isInstanceOf(RecordedEvent.class);
    }

    @Test
    void hashes_are_the_same_whether_few_events_are_inserted_or_many_are_copied() {
        for (int i = 0; i < 7; i++) {
            ledger.appendMany(BatchWriter.COPY_FROM_EVENTS - 1);
        }
        long few = ledger.reader().head();
        ledger.appendMany(BatchWriter.COPY_FROM_EVENTS + 520);
        FsckReport report = ledger.fsck();
        assertThat(report.firstWrong()).isNull();
        assertThat(report.events()).isEqualTo(few + BatchWriter.COPY_FROM_EVENTS + 520);
        assertThat(report.tiles()).isEqualTo(report.events() / 256);
        assertThat(Hash.ofHex(report.root())).isEqualTo(ledger.reader().root(report.events()));
        int n = BatchWriter.COPY_FROM_EVENTS + 10;
        assertThat(positions(Selection.tag("n=" + n))).containsExactly(few + n + 1);
    }

    @Test
    void bodies_of_any_size_are_copied_as_they_are() {
        int chunk = 64 * 1024;
        List<TaggedEventMessage<EventMessage>> events = new ArrayList<>();
        for (int i = 0; i < BatchWriter.COPY_FROM_EVENTS; i++) {
            int size = i % 20 == 0 ? chunk - 60 + i : i == 7 ? 3 * chunk : 9 * i;
            events.add(TestLedger.event("a.B", Map.of("text", "x".repeat(size)), "n=" + i));
        }
        ledger.submit(AppendCondition.none(), events).join();
        assertThat(ledger.fsck().firstWrong()).isNull();
    }

    @Test
    void events_with_no_tags_or_many_long_ones_are_inserted_as_they_are() {
        String[] tags = IntStream.range(0, 60)
                .mapToObj(i -> "tag" + i + "=\u0416 \"" + "v".repeat(i * 3) + "\\")
                .toArray(String[]::new);
        ledger.append(TestLedger.event("a.B", tags), TestLedger.event("a.B"), TestLedger.event("\u0416.C", tags));
        assertThat(ledger.fsck().firstWrong()).isNull();
        assertThat(positions(Selection.tag(tags[59]))).containsExactly(4L, 6L);
        assertThat(positions(Selection.tagAndTypes(tags[7], "\u0416.C"))).containsExactly(6L);
    }
}

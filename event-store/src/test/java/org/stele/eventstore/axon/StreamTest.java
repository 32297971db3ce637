package org.stele.eventstore.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;

/** A reader on another node learns what this one records, and a stream never throws. */
class StreamTest {

    private final TestDatabase database = TestDatabase.create();
    private final TestLedger ledger = TestLedger.on(database);
    // Longer than any test: what is seen in time came by notification.
    private final LedgerSignal elsewhere = LedgerSignal.start(database.projection(), Duration.ofMinutes(5));
    private final LedgerEventStorageEngine reader =
            new LedgerEventStorageEngine(new LedgerReader(database.projection()), elsewhere);

    @AfterEach
    void close() {
        elsewhere.close();
        ledger.close();
    }

    private MessageStream<EventMessage> stream(long after, EventCriteria criteria) {
        return reader.stream(StreamingCondition.conditionFor(new GlobalSequenceTrackingToken(after), criteria), null);
    }

    private List<Long> follow(MessageStream<EventMessage> stream) {
        List<Long> positions = new CopyOnWriteArrayList<>();
        stream.setCallback(() -> {
            while (stream.hasNextAvailable()) {
                stream.next().ifPresent(entry -> positions.add(((RecordedEvent) entry.message()).position()));
            }
        });
        return positions;
    }

    @Test
    void events_of_another_node_are_heard_in_order_and_once() {
        List<Long> everything = follow(stream(0, EventCriteria.havingAnyTag()));
        List<Long> ofRussia = follow(stream(4, EventCriteria.havingTags("memberState", "RUS")));
        ledger.appendMany(1_200);
        for (int i = 0; i < 20; i++) {
            ledger.append(TestLedger.event("a.B", "memberState=RUS"));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> everything.size() == 1_220 && ofRussia.size() == 319);
        assertThat(everything).isSorted().doesNotHaveDuplicates();
        assertThat(ofRussia).isSorted().doesNotHaveDuplicates().startsWith(5L);
    }

    @Test
    void a_stream_that_meets_what_is_not_an_event_ends_with_an_error() throws SQLException {
        ledger.appendMany(2);
        database.execute(
                "ALTER TABLE ledger.event DISABLE TRIGGER insert_only",
                "UPDATE ledger.event SET leaf_hash = 'x' WHERE position = 2");
        await().until(() -> elsewhere.head() == 2);
        MessageStream<EventMessage> stream = stream(0, EventCriteria.havingAnyTag());
        assertThat(stream.next()).isEmpty();
        assertThat(stream.isCompleted()).isTrue();
        assertThat(stream.error()).isPresent();
    }

    @Test
    void of_a_body_that_its_leaf_does_not_commit_to_only_the_place_is_handed_on() throws SQLException {
        ledger.appendMany(3);
        database.execute(
                "ALTER TABLE ledger.event DISABLE TRIGGER insert_only",
                "UPDATE ledger.event SET body = 'x' WHERE position = 2");
        await().until(() -> elsewhere.head() == 3);
        MessageStream<EventMessage> stream = stream(0, EventCriteria.havingAnyTag());
        assertThat(stream.next()).isPresent();
        assertThat(stream.next()).hasValueSatisfying(entry -> {
            assertThat(entry.message().type().name()).isEqualTo(RecordedEvent.HELD_BACK);
            assertThat((byte[]) entry.message().payload()).asString(UTF_8).isEqualTo("{}");
        });
        assertThat(stream.next()).isPresent();
    }

    @Test
    void a_row_that_somebody_removed_does_not_hide_those_after_it() throws SQLException {
        ledger.appendMany(1_200);
        database.execute(
                "ALTER TABLE ledger.event DISABLE TRIGGER insert_only", "DELETE FROM ledger.event WHERE position = 2");
        await().until(() -> elsewhere.head() == 1_200);
        List<Long> everything = follow(stream(0, EventCriteria.havingAnyTag()));
        assertThat(everything).hasSize(1_199).startsWith(1L, 3L).endsWith(1_200L);
    }

    @Test
    void the_side_that_reads_cannot_append() {
        assertThat(reader.appendEvents(AppendCondition.none(), null, List.of(TestLedger.event("a.B"))))
                .isCompletedExceptionally();
    }
}

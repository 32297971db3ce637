package org.stele.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.Selection.Clause;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.jdbc.Query;

/** Reads and conditions over several blocks of the tag index, written in batches of any size, beside looking at every event. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IndexBlocksTest {

    private static final long SEED = Long.getLong("seed", 20_261_201);
    private static final int BLOCKS = 3;
    private static final int QUESTIONS = 150;
    private static final List<String> TYPES = List.of("a.Begun", "a.Changed", "a.Ended", "a.Never");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final TestDatabase database = TestDatabase.create();
    private final List<StoredEvent> all = new ArrayList<>();

    @Test
    void reads_and_conditions_agree_with_a_list_of_all_events() throws SQLException {
        System.out.println("-Dseed=" + SEED);
        try (TestLedger ledger = TestLedger.on(database)) {
            fill(ledger);
            for (int i = 0; i < QUESTIONS; i++) {
                requireRead(ledger.reader());
                requireLast(ledger.reader());
            }
        }
        requireRunsOfSeveral();
        // A writer that has just begun remembers no event: all conditions ask the index.
        for (int i = 0; i < 4; i++) {
            try (TestLedger ledger = TestLedger.on(database)) {
                for (int j = 0; j < QUESTIONS / 4; j++) {
                    requireCondition(ledger);
                }
                assertThat(ledger.fsck().firstWrong()).isNull();
            }
        }
    }

    @Test
    void an_entry_that_was_made_to_stand_twice_is_read_once_and_makes_no_page_shorter() throws SQLException {
        try (TestLedger ledger = TestLedger.on(database)) {
            fill(ledger);
            database.execute("""
                    INSERT INTO ledger.index_run (key, block, type, first, more)
                    SELECT key, block, type, more[2], ARRAY[first, more[1]] FROM ledger.index_run WHERE cardinality(more) > 1
                    """);
            for (int i = 0; i < QUESTIONS; i++) {
                requireRead(ledger.reader());
            }
            assertThat(ledger.fsck().firstWrong()).contains("index_run");
        }
    }

    private void fill(TestLedger ledger) {
        int events = 0;
        while (events < BLOCKS * IndexRun.BLOCK_EVENTS) {
            int count = 1 + random.nextInt(random.nextInt(12) == 0 ? 700 : 60);
            List<TaggedEventMessage<EventMessage>> batch = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                batch.add(event());
            }
            events += count;
            ledger.submit(AppendCondition.none(), batch).join();
        }
        all.addAll(ledger.reader().read(Selection.all(), 0, ledger.reader().head(), LedgerReader.MAX_LIMIT));
        assertThat(all).hasSize(events);
    }

    private TaggedEventMessage<EventMessage> event() {
        return TestLedger.event(TYPES.get(random.nextInt(3)), tag(), "hot=1");
    }

    /** A few are frequent, most are rare. */
    private String tag() {
        return "record=" + (random.nextBoolean() ? random.nextInt(4) : random.nextInt(400));
    }

    private Clause clause() {
        Set<String> types = new HashSet<>();
        while (random.nextBoolean()) {
            types.add(TYPES.get(random.nextInt(TYPES.size())));
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Clause(Set.of("hot=1"), types);
            case 1 -> new Clause(Set.of(tag(), "hot=1"), types);
            default -> new Clause(Set.of(tag()), types);
        };
    }

    private List<Long> positions(Clause clause, long after, long upTo) {
        return all.stream()
                .filter(event -> event.position() > after && event.position() <= upTo)
                .filter(event -> clause.matches(event.type(), event.tags()))
                .map(StoredEvent::position)
                .toList();
    }

    /** Close to the edges of blocks more often than not. */
    private long position() {
        long edge = (long) random.nextInt(BLOCKS + 1) * IndexRun.BLOCK_EVENTS + random.nextInt(-2, 3);
        return random.nextBoolean() ? Math.max(0, Math.min(all.size(), edge)) : random.nextInt(all.size() + 1);
    }

    private void requireRead(LedgerReader reader) {
        Clause clause = clause();
        long after = position();
        long upTo = position();
        int limit = 1 + random.nextInt(random.nextBoolean() ? 5 : all.size());
        assertThat(reader.read(new Selection(List.of(clause)), after, upTo, limit))
                .as("%s after %s up to %s, at most %s", clause, after, upTo, limit)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        positions(clause, after, upTo).stream().limit(limit).toList());
    }

    private void requireLast(LedgerReader reader) {
        String tag = random.nextInt(4) == 0 ? "hot=1" : tag();
        long upTo = position();
        List<Long> positions = positions(new Clause(Set.of(tag), Set.of()), 0, upTo);
        StoredEvent last = reader.last(tag, upTo);
        assertThat(last == null ? null : last.position())
                .as("the last of %s up to %s", tag, upTo)
                .isEqualTo(positions.isEmpty() ? null : positions.getLast());
    }

    private void requireCondition(TestLedger ledger) {
        Clause clause = clause();
        long after = position();
        boolean conflicts = !positions(clause, after, all.size()).isEmpty();
        var tagged = EventCriteria.havingTags(
                clause.tags().stream().map(TestLedger::tag).toArray(Tag[]::new));
        EventCriteria criteria = clause.types().isEmpty()
                ? tagged.andBeingOfAnyType()
                : tagged.andBeingOneOfTypes(
                        clause.types().stream().map(QualifiedName::new).collect(Collectors.toSet()));
        AppendCondition condition =
                AppendCondition.withCriteria(criteria).withMarker(new GlobalIndexConsistencyMarker(after));
        boolean refused = false;
        try {
            ledger.submit(condition, List.of(event())).join();
            all.add(Objects.requireNonNull(ledger.reader().at(all.size() + 1)));
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
            refused = true;
        }
        assertThat(refused).as("%s after %s of %s", clause, after, all.size()).isEqualTo(conflicts);
    }

    private void requireRunsOfSeveral() throws SQLException {
        try (Connection connection = database.superuser().getConnection()) {
            assertThat(Query.exists(connection, "SELECT 1 FROM ledger.index_run WHERE cardinality(more) > 100"))
                    .isTrue();
        }
    }
}

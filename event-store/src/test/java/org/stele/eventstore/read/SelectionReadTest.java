package org.stele.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.Selection.Clause;
import org.stele.eventstore.event.StoredEvent;

/** Selections of many clauses, some of which are searched at once, beside looking at every event. */
class SelectionReadTest {

    private static final long SEED = Long.getLong("seed", 20_261_130);
    private static final int EVENTS = 300;
    private static final int SELECTIONS = 200;
    private static final int RECORDS = 12;
    private static final List<String> TYPES = List.of("a.Begun", "a.Changed", "a.Ended");

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void a_selection_reads_the_events_that_one_of_its_clauses_matches_each_once_and_in_order() {
        System.out.println("-Dseed=" + SEED);
        try (TestLedger ledger = TestLedger.on(TestDatabase.create())) {
            fill(ledger);
            LedgerReader reader = ledger.reader();
            List<StoredEvent> all = reader.read(Selection.all(), 0, EVENTS, EVENTS);
            for (int i = 0; i < SELECTIONS; i++) {
                Selection selection = selection();
                long after = random.nextInt(EVENTS);
                int limit = 1 + random.nextInt(EVENTS);
                assertThat(reader.read(selection, after, EVENTS - 1, limit))
                        .as("%s after %s, at most %s", selection, after, limit)
                        .extracting(StoredEvent::position)
                        .containsExactlyElementsOf(all.stream()
                                .filter(event -> event.position() > after && event.position() < EVENTS)
                                .filter(event -> matches(selection, event))
                                .limit(limit)
                                .map(StoredEvent::position)
                                .toList());
            }
        }
    }

    private static boolean matches(Selection selection, StoredEvent event) {
        return selection.clauses().stream().anyMatch(clause -> clause.matches(event.type(), event.tags()));
    }

    private void fill(TestLedger ledger) {
        List<TaggedEventMessage<EventMessage>> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(TestLedger.event(TYPES.get(random.nextInt(TYPES.size())), tag(), "kind=" + random.nextInt(3)));
        }
        ledger.submit(AppendCondition.none(), events).join();
    }

    /** Up to forty clauses: of one tag, mostly, or of two, or of types alone. */
    private Selection selection() {
        List<Clause> clauses = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            Set<String> types = new HashSet<>(TYPES.subList(0, random.nextInt(TYPES.size() + 1)));
            clauses.add(
                    switch (random.nextInt(20)) {
                        case 0 -> new Clause(Set.of(), Set.of(TYPES.getFirst()));
                        case 1, 2 -> new Clause(Set.of(tag(), "kind=1"), types);
                        default -> new Clause(Set.of(tag()), types);
                    });
        }
        return new Selection(clauses);
    }

    private String tag() {
        return "record=" + random.nextInt(RECORDS);
    }
}

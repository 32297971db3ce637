package org.stele.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.event.Selection;

/** A tail answers like a walk through all events, for every marker it vouches for. */
class RecentEventsTest {

    private static final long SEED = Long.getLong("seed", 20_261_129);

    private record Event(long position, String type, List<String> tags) {}

    private final Random random = new Random(SEED);

    @Test
    void a_tail_agrees_with_a_list_while_it_fills_and_forgets() {
        System.out.println("-Dseed=" + SEED);
        RecentEvents tail = new RecentEvents(0, 50);
        List<Event> all = new ArrayList<>();
        for (long position = 1; position <= 2_000; position++) {
            Event event = new Event(position, "type" + random.nextInt(3), List.copyOf(tags(3)));
            all.add(event);
            tail.add(event.position(), event.type(), event.tags());
            tail.trim();
            assertThat(tail.start()).isEqualTo(Math.max(0, position - 50));
            long after = tail.start() + random.nextInt((int) (position - tail.start() + 1));
            Selection selection = selection();
            assertThat(tail.matchesAfter(after, selection))
                    .as("%s after %d at %d", selection, after, position)
                    .isEqualTo(all.stream().anyMatch(e -> e.position() > after && matches(selection, e)));
        }
    }

    private static boolean matches(Selection selection, Event event) {
        return selection.clauses().isEmpty()
                || selection.clauses().stream()
                        .anyMatch(clause -> event.tags().containsAll(clause.tags())
                                && (clause.types().isEmpty() || clause.types().contains(event.type())));
    }

    private Selection selection() {
        return new Selection(IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Selection.Clause(
                        tags(2), random.nextBoolean() ? Set.of() : Set.of("type" + random.nextInt(4))))
                .toList());
    }

    private Set<String> tags(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> "k=" + random.nextInt(12))
                .collect(Collectors.toSet());
    }
}

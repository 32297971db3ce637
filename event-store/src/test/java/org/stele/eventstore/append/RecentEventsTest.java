package org.stele.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.event.Selection;

/** The recent events answer like a scan of all events, for every marker within their range. */
class RecentEventsTest {

    private static final long SEED = Long.getLong("seed", 20_261_129);

    private record Event(long position, String type, List<String> tags) {}

    private final Random random = new Random(SEED);

    @Test
    void recent_events_agree_with_a_list_while_old_ones_are_dropped() {
        System.out.println("-Dseed=" + SEED);
        RecentEvents recentEvents = new RecentEvents(0, 50);
        List<Event> all = new ArrayList<>();
        for (long position = 1; position <= 2_000; position++) {
            Event event = new Event(position, "type" + random.nextInt(3), List.copyOf(tags(3)));
            all.add(event);
            recentEvents.add(event.position(), id(position), event.type(), event.tags());
            recentEvents.trim();
            assertThat(recentEvents.start()).isEqualTo(Math.max(0, position - 50));
            assertThat(recentEvents.holds(id(position - 49))).isEqualTo(position >= 50);
            assertThat(recentEvents.holds(id(position - 50))).isFalse();
            long after = recentEvents.start() + random.nextInt((int) (position - recentEvents.start() + 1));
            Selection selection = selection();
            assertThat(recentEvents.matchesAfter(after, selection))
                    .as("%s after %d at %d", selection, after, position)
                    .isEqualTo(all.stream().anyMatch(e -> e.position() > after && matches(selection, e)));
        }
    }

    private static UUID id(long position) {
        return new UUID(position, position);
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

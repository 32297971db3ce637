package org.stele.query.page.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.query.lens.SeenEvent;
import org.stele.query.lens.SeenEvents;
import org.stele.query.view.EventSelection;

/** Divides the events of a view into pages, forwards and backwards. For one answer. */
final class EventPager {

    private final SeenEvents.Look look;

    EventPager(SeenEvents.Look look) {
        this.look = look;
    }

    /**
     * The events of one page.
     *
     * @param previous the position after which the previous page begins; null on the first page
     * @param next the position after which the next page begins; null on the last page
     */
    record Slice(
            List<SeenEvent> events,
            @Nullable Long previous,
            @Nullable Long next) {

        Slice {
            events = List.copyOf(events);
        }
    }

    Slice read(EventFilter filter, long treeSize) {
        // One event more tells whether there is a next page.
        List<SeenEvent> read = look.read(filter.choice(), filter.after(), treeSize, filter.limit() + 1);
        List<SeenEvent> shown = read.subList(0, Math.min(filter.limit(), read.size()));
        Long next = read.size() > filter.limit() ? shown.getLast().position() : null;
        Long previous = filter.after() == 0 ? null : previous(filter, treeSize);
        return new Slice(shown, previous, next);
    }

    /**
     * Searches backwards through ever longer ranges until one holds more than a full page; then it is not the first
     * page.
     */
    private @Nullable Long previous(EventFilter filter, long treeSize) {
        long before = Math.min(filter.after(), treeSize);
        for (long stretch = filter.limit(); ; stretch *= 2) {
            long from = Math.max(0, before - stretch);
            List<Long> positions = positions(filter.choice(), from, before);
            if (positions.size() > filter.limit()) {
                return positions.get(positions.size() - filter.limit()) - 1;
            }
            if (from == 0) {
                return positions.isEmpty() ? null : 0L;
            }
        }
    }

    private List<Long> positions(EventSelection choice, long after, long upTo) {
        List<Long> positions = new ArrayList<>();
        long from = after;
        List<SeenEvent> read;
        do {
            read = look.read(choice, from, upTo, SeenEvents.MAX_LIMIT);
            read.forEach(event -> positions.add(event.position()));
            from = positions.isEmpty() ? from : positions.getLast();
        } while (read.size() == SeenEvents.MAX_LIMIT);
        return positions;
    }
}

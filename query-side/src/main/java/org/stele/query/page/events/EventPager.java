package org.stele.query.page.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.lens.EventLens;
import org.stele.query.lens.SelectedEvents;
import org.stele.query.view.DamageNotes;

/** Divides the ledger into pages, forwards and backwards. */
public final class EventPager {

    private final LedgerReader ledger;

    public EventPager(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /**
     * The events of one page.
     *
     * @param notes of those that are damaged
     * @param previous the position after which the previous page begins; null on the first page
     * @param next the position after which the next page begins; null on the last page
     */
    record Slice(
            List<StoredEvent> events,
            DamageNotes notes,
            @Nullable Long previous,
            @Nullable Long next) {

        Slice {
            events = List.copyOf(events);
        }
    }

    Slice read(EventFilter filter, EventLens lens, long treeSize) {
        SelectedEvents selection = new SelectedEvents(ledger, filter.choice(), lens);
        // One event more tells whether there is a next page.
        List<StoredEvent> read = selection.read(filter.after(), treeSize, filter.limit() + 1);
        List<StoredEvent> shown = read.subList(0, Math.min(filter.limit(), read.size()));
        Long next = read.size() > filter.limit() ? shown.getLast().position() : null;
        Long previous = filter.after() == 0 ? null : previous(selection, filter, treeSize);
        return new Slice(shown, DamageNotes.of(ledger), previous, next);
    }

    /**
     * Searches backwards through ever longer ranges until one holds more than a full page; then it is not the first
     * page.
     */
    private @Nullable Long previous(SelectedEvents selection, EventFilter filter, long treeSize) {
        long before = Math.min(filter.after(), treeSize);
        for (long stretch = filter.limit(); ; stretch *= 2) {
            long from = Math.max(0, before - stretch);
            List<Long> positions = positions(selection, from, before);
            if (positions.size() > filter.limit()) {
                return positions.get(positions.size() - filter.limit()) - 1;
            }
            if (from == 0) {
                return positions.isEmpty() ? null : 0L;
            }
        }
    }

    private static List<Long> positions(SelectedEvents selection, long after, long upTo) {
        List<Long> positions = new ArrayList<>();
        long from = after;
        List<StoredEvent> read;
        do {
            read = selection.read(from, upTo, LedgerReader.MAX_LIMIT);
            read.forEach(event -> positions.add(event.position()));
            from = positions.isEmpty() ? from : positions.getLast();
        } while (read.size() == LedgerReader.MAX_LIMIT);
        return positions;
    }
}

package org.stele.query.lens;

import java.util.ArrayList;
import java.util.List;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.view.EventSelection;

/**
 * The events of a selection as an audience may search them: where a type is asked for, events that are not seen whole are left
 * out, since being found would tell their type.
 */
public record SelectedEvents(LedgerReader ledger, EventSelection choice, EventLens lens) {

    /** A read of more at once costs less than many of a few. */
    private static final int MIN_READ = 100;

    /** The next ones between two positions, in order; fewer than the limit only where there are no more. */
    public List<StoredEvent> read(long after, long upTo, int limit) {
        Selection selection = choice.selection();
        if (choice.type() == null) {
            return ledger.read(selection, after, upTo, limit);
        }
        if (!lens.mayBeWhole(choice.type())) {
            return List.of();
        }
        List<StoredEvent> found = new ArrayList<>();
        int atOnce = Math.max(limit, MIN_READ);
        long from = after;
        List<StoredEvent> read;
        do {
            read = ledger.read(selection, from, upTo, atOnce);
            read.stream().filter(lens::isWhole).forEach(found::add);
            from = read.isEmpty() ? from : read.getLast().position();
        } while (read.size() == atOnce && found.size() < limit);
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    }
}

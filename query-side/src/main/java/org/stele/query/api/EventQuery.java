package org.stele.query.api;

import java.util.List;
import java.util.Optional;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.view.EventSelection;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;

/**
 * Which events are requested.
 *
 * @param after the position after which they begin
 * @param limit how many at most; empty where none is stated
 * @param treeSize the position up to which they go
 */
record EventQuery(Selection selection, long after, Optional<Integer> limit, long treeSize) {

    static final int MOST = 1_000;

    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    static final String[] PARAMETERS = {"state", "type", AFTER, LIMIT, ViewPoints.TREE_SIZE};

    static EventQuery read(Parameters parameters, ViewPoints viewPoints) {
        EventSelection choice = EventSelection.read(parameters);
        long after = parameters
                .read(AFTER, text -> Parameters.number(text, 0, Long.MAX_VALUE))
                .orElse(0L);
        Optional<Integer> limit = parameters.read(LIMIT, text -> Math.toIntExact(Parameters.number(text, 1, MOST)));
        long treeSize = viewPoints.treeSize(parameters);
        parameters.requireNoErrors();
        return new EventQuery(choice.selection(), after, limit, treeSize);
    }

    List<StoredEvent> read(LedgerReader ledger, long from, int most) {
        return ledger.read(selection, from, treeSize, most);
    }
}

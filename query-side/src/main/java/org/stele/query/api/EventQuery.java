package org.stele.query.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stele.events.EventTypes;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.eventstore.LedgerReader;
import org.stele.eventstore.Selection;
import org.stele.eventstore.StoredEvent;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;

/**
 * Which events are asked for.
 *
 * @param after the position after which they begin
 * @param limit how many at most; empty where none is stated
 * @param treeSize the position up to which they go
 */
record EventQuery(Selection selection, long after, Optional<Integer> limit, long treeSize) {

    static final int MOST = 1_000;

    private static final String STATE = "state";
    private static final String TYPE = "type";
    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    private static final Set<String> TYPES =
            EventTypes.all().stream().map(EventTypes::name).collect(Collectors.toSet());

    static final String[] PARAMETERS = {STATE, TYPE, AFTER, LIMIT, ViewPoints.TREE_SIZE};

    static EventQuery read(Parameters parameters, ViewPoints viewPoints) {
        Optional<MemberState> state = parameters.read(STATE, MemberStateParameter::parse);
        Optional<String> type = parameters.read(TYPE, EventQuery::type);
        long after = parameters
                .read(AFTER, text -> Parameters.number(text, 0, Long.MAX_VALUE))
                .orElse(0L);
        Optional<Integer> limit = parameters.read(LIMIT, text -> Math.toIntExact(Parameters.number(text, 1, MOST)));
        long treeSize = viewPoints.treeSize(parameters);
        parameters.requireNoErrors();
        return new EventQuery(selection(state, type), after, limit, treeSize);
    }

    List<StoredEvent> read(LedgerReader ledger, long from, int most) {
        return ledger.read(selection, from, treeSize, most);
    }

    private static String type(String text) {
        if (!TYPES.contains(text)) {
            throw new IllegalArgumentException(
                    "Expected the name of a type of event, such as attestation.AttestationSubmitted.");
        }
        return text;
    }

    private static Selection selection(Optional<MemberState> state, Optional<String> type) {
        String[] types = type.stream().toArray(String[]::new);
        return state.map(one -> Selection.tagAndTypes(Tags.MEMBER_STATE + "=" + one.iso3(), types))
                .orElseGet(() -> Arrays.equals(types, new String[0]) ? Selection.all() : Selection.types(types));
    }
}

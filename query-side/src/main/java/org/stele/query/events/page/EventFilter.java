package org.stele.query.events.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.EventTypes;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.eventstore.Selection;
import org.stele.query.view.Parameters;

/**
 * Which events a page lists.
 *
 * @param state null for all States
 * @param type the stored name of a type; null for all types
 * @param after the position after which the page begins
 */
record EventFilter(@Nullable MemberState state, @Nullable String type, long after, int limit) {

    static final String[] PARAMETERS = {"state", "type", "after", "limit"};
    static final List<Integer> LIMITS = List.of(50, 100, 500);

    private static final int USUAL = 100;
    private static final int MOST = 500;

    static EventFilter read(Parameters parameters) {
        Optional<MemberState> state = parameters.read("state", EventFilter::state);
        Optional<String> type = parameters.read("type", EventFilter::type);
        long after = parameters
                .read("after", text -> Parameters.number(text, 0, Long.MAX_VALUE))
                .orElse(0L);
        int limit = parameters
                .read("limit", text -> (int) Parameters.number(text, 1, MOST))
                .orElse(USUAL);
        return new EventFilter(state.orElse(null), type.orElse(null), after, limit);
    }

    Selection selection() {
        if (state == null) {
            return type == null ? Selection.all() : Selection.types(type);
        }
        String tag = Tags.MEMBER_STATE + "=" + state.iso3();
        return type == null ? Selection.tag(tag) : Selection.tagAndTypes(tag, type);
    }

    private static MemberState state(String iso3) {
        return MemberState.find(iso3)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No Member State has this code. Codes have three capital letters, such as NOR."));
    }

    private static String type(String text) {
        if (EventTypes.all().stream().map(EventTypes::name).noneMatch(text::equals)) {
            throw new IllegalArgumentException(
                    "No type of event has this name. One is attestation.AttestationSubmitted.");
        }
        return text;
    }
}

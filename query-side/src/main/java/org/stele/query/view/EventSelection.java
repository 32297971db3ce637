package org.stele.query.view;

import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.Selection;

/**
 * Events of one State, of one type, of both or of any.
 *
 * @param state null for all States
 * @param type the stored name of a type; null for all types
 */
public record EventSelection(
        @Nullable MemberState state, @Nullable String type) {

    public static EventSelection read(Parameters parameters) {
        return new EventSelection(
                parameters.read("state", EventSelection::state).orElse(null),
                parameters.read("type", EventSelection::type).orElse(null));
    }

    public Selection selection() {
        if (state == null) {
            return type == null ? Selection.all() : Selection.types(type);
        }
        String tag = Tags.MEMBER_STATE + "=" + state.iso3();
        return type == null ? Selection.tag(tag) : Selection.tagAndTypes(tag, type);
    }

    /** The State of a code; throws an IllegalArgumentException where there is none. */
    public static MemberState state(String iso3) {
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

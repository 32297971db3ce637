package org.stele.eventstore.event;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Leaf;

/** A StateTag is the key of the tag that names the State an event is about. */
public record StateTag(String key) {

    /** The tag of a State. */
    public String of(String state) {
        return key + "=" + state;
    }

    /**
     * The State that an event with these tags is about; null where none of them is a State tag.
     *
     * @throws IllegalArgumentException where two are
     */
    public @Nullable String stateIn(Collection<String> tags) {
        String prefix = of("");
        String state = null;
        for (String tag : tags) {
            if (tag.startsWith(prefix)) {
                if (state != null) {
                    throw new IllegalArgumentException("An event is about one State, not about " + state + " and "
                            + tag.substring(prefix.length()));
                }
                state = Leaf.requireState(tag.substring(prefix.length()));
            }
        }
        return state;
    }
}

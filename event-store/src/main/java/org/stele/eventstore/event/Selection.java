package org.stele.eventstore.event;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A Selection says which events are selected: those that match at least one of its clauses.
 *
 * @param clauses an empty list selects every event
 */
public record Selection(List<Clause> clauses) {

    /**
     * A Clause matches an event that has all of its tags and one of its types.
     *
     * @param tags as {@code key=value}; none means any
     * @param types none means any
     */
    public record Clause(Set<String> tags, Set<String> types) {

        public Clause {
            tags = Set.copyOf(tags);
            types = Set.copyOf(types);
        }

        public boolean matches(String type, Collection<String> eventTags) {
            return (types.isEmpty() || types.contains(type)) && eventTags.containsAll(tags);
        }
    }

    public Selection {
        clauses = List.copyOf(clauses);
    }

    public static Selection all() {
        return new Selection(List.of());
    }

    /** The events with a tag {@code key=value}. */
    public static Selection tag(String tag) {
        return new Selection(List.of(new Clause(Set.of(tag), Set.of())));
    }

    /** The events of some types. */
    public static Selection types(String... types) {
        return new Selection(List.of(new Clause(Set.of(), Set.of(types))));
    }

    /** The events with a tag {@code key=value} and one of some types. */
    public static Selection tagAndTypes(String tag, String... types) {
        return new Selection(List.of(new Clause(Set.of(tag), Set.of(types))));
    }

    /** Whether every event is selected. */
    public boolean isAll() {
        return clauses.isEmpty()
                || clauses.stream()
                        .anyMatch(c -> c.tags().isEmpty() && c.types().isEmpty());
    }
}

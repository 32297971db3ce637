package org.stele.eventstore.append;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.Selection;

/**
 * A RecentEvents is an index in memory of the latest events by tag and type, so that most append conditions need no
 * SQL. It knows every event beyond {@link #start()}. Not safe for several threads.
 */
final class RecentEvents {

    /** The number of events that are remembered. */
    static final int MAX_EVENTS = 50_000;

    private record Entry(long position, UUID id, String type, List<String> tags) {}

    private final int capacity;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Map<String, Deque<Entry>> byTag = new HashMap<>();
    private final Map<String, Deque<Entry>> byType = new HashMap<>();
    private long start;

    RecentEvents(long start) {
        this(start, MAX_EVENTS);
    }

    RecentEvents(long start, int capacity) {
        this.start = start;
        this.capacity = capacity;
    }

    /** The position beyond which every event is known here. */
    long start() {
        return start;
    }

    void add(long position, UUID id, String type, List<String> tags) {
        Entry entry = new Entry(position, id, type, tags);
        ids.add(id);
        entries.addLast(entry);
        byType.computeIfAbsent(type, key -> new ArrayDeque<>()).addLast(entry);
        for (String tag : tags) {
            byTag.computeIfAbsent(tag, key -> new ArrayDeque<>()).addLast(entry);
        }
    }

    /**
     * Drops the oldest events above the capacity. Never while a batch is checked: its known range must not change then.
     */
    void trim() {
        while (entries.size() > capacity) {
            forget(entries.removeFirst());
        }
    }

    private void forget(Entry oldest) {
        start = oldest.position();
        ids.remove(oldest.id());
        forget(byType, oldest.type());
        oldest.tags().forEach(tag -> forget(byTag, tag));
    }

    private static void forget(Map<String, Deque<Entry>> index, String key) {
        index.computeIfPresent(key, (k, postings) -> {
            postings.removeFirst();
            return postings.isEmpty() ? null : postings;
        });
    }

    /** Whether a known event has this id. */
    boolean holds(UUID id) {
        return ids.contains(id);
    }

    /** Whether a known event beyond a position is selected. */
    boolean matchesAfter(long after, Selection selection) {
        if (selection.isAll()) {
            return !entries.isEmpty() && entries.getLast().position() > after;
        }
        return selection.clauses().stream().anyMatch(clause -> matchesAfter(after, clause));
    }

    private boolean matchesAfter(long after, Selection.Clause clause) {
        if (clause.tags().isEmpty()) {
            return clause.types().stream().anyMatch(type -> lastPosition(byType.get(type)) > after);
        }
        Iterator<Entry> newestFirst = rarest(clause.tags()).descendingIterator();
        while (newestFirst.hasNext()) {
            Entry entry = newestFirst.next();
            if (entry.position() <= after) {
                return false;
            }
            if (clause.matches(entry.type(), entry.tags())) {
                return true;
            }
        }
        return false;
    }

    private static long lastPosition(@Nullable Deque<Entry> postings) {
        return postings == null ? 0 : postings.getLast().position();
    }

    private Deque<Entry> rarest(Collection<String> tags) {
        Deque<Entry> rarest = entries;
        for (String tag : tags) {
            Deque<Entry> postings = byTag.get(tag);
            if (postings == null) {
                return new ArrayDeque<>();
            }
            rarest = postings.size() < rarest.size() ? postings : rarest;
        }
        return rarest;
    }
}

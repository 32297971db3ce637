package org.stele.query.projection;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found wrong with stored views or with the events they are folded from, by whoever looked last. Safe for many threads. */
final class Findings {

    /** Whoever looks. */
    enum By {
        /** Whenever files are read for somebody. */
        READER,
        /** Over and over, at every row. */
        AUDIT,
        /** When events are folded as they come. */
        PROJECTION,
        REBUILD
    }

    /** More are not shown. */
    private static final int MOST = 20;

    private final Map<By, List<String>> found = new EnumMap<>(By.class);

    /** Takes the place of what the same one found before; nothing found clears it. */
    synchronized void replace(By by, List<String> what) {
        found.put(by, List.copyOf(what));
    }

    /** What one found when it looked last. */
    synchronized List<String> of(By by) {
        return found.getOrDefault(by, List.of());
    }

    /** After everything was folded anew. */
    synchronized void clear() {
        found.clear();
    }

    /** In words, each once. */
    synchronized List<String> all() {
        return found.values().stream()
                .flatMap(List::stream)
                .distinct()
                .limit(MOST)
                .toList();
    }
}

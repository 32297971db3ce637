package org.stele.query.projection;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The last findings on stored views, or on the events that they are folded from, by finder. Safe for many threads. */
final class Findings {

    /** The parts that check. */
    enum By {
        /** Each time files are read. */
        READER,
        /** The repeated audit of every row. */
        AUDIT,
        /** Each time new events are folded. */
        PROJECTION,
        REBUILD
    }

    /** More are not shown. */
    private static final int MOST = 20;

    private final Map<By, List<String>> found = new EnumMap<>(By.class);

    /** Replaces the finder's earlier findings; an empty list clears them. */
    synchronized void replace(By by, List<String> what) {
        found.put(by, List.copyOf(what));
    }

    /** The finder's last findings. */
    synchronized List<String> of(By by) {
        return found.getOrDefault(by, List.of());
    }

    /** Clears all, after everything was folded anew. */
    synchronized void clear() {
        found.clear();
    }

    /** As texts, without repetitions. */
    synchronized List<String> all() {
        return found.values().stream()
                .flatMap(List::stream)
                .distinct()
                .limit(MOST)
                .toList();
    }
}

package org.stele.query.projection;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;

/** The last findings on stored views, or on the events that they are folded from, by finder. Safe for many threads. */
final class Findings {

    /** The parts that check. */
    enum By {
        /** The repeated audit of every row. */
        AUDIT,
        /** Each time new events are folded. */
        PROJECTION,
        REBUILD
    }

    /** More are not shown. */
    private static final int MOST = 20;

    private final Map<By, List<String>> found = new EnumMap<>(By.class);
    private final Map<StateFileCache.Seen, List<String>> read = new HashMap<>();
    private final Map<MemberState, String> later = new EnumMap<>(MemberState.class);

    /** Replaces the finder's earlier findings; an empty list clears them. */
    synchronized void replace(By by, List<String> what) {
        found.put(by, List.copyOf(what));
    }

    /** Replaces what was found when files were read through a lens. */
    synchronized void replace(StateFileCache.Seen by, List<String> what) {
        read.put(by, List.copyOf(what));
    }

    /** What was found when files were read, through any lens. */
    synchronized List<String> ofReaders() {
        return read.values().stream().flatMap(List::stream).toList();
    }

    synchronized void clearReaders() {
        read.clear();
    }

    /** The finder's last findings. */
    synchronized List<String> of(By by) {
        return found.getOrDefault(by, List.of());
    }

    /** What is wrong with events of a State that its live file does not hold yet; null clears it. */
    synchronized void later(MemberState state, @Nullable String what) {
        if (what == null) {
            later.remove(state);
        } else {
            later.put(state, state.iso3() + ": " + what);
        }
    }

    /** After everything was folded anew. */
    synchronized void clear() {
        found.clear();
        read.clear();
        later.clear();
    }

    /** As texts, without repetitions. */
    synchronized List<String> all() {
        return Stream.of(
                        ofReaders(),
                        found.values().stream().flatMap(List::stream).toList(),
                        List.copyOf(later.values()))
                .flatMap(List::stream)
                .distinct()
                .limit(MOST)
                .toList();
    }
}

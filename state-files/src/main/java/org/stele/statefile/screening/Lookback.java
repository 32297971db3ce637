package org.stele.statefile.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.list.ListDelta;

/**
 * Two results of one subject beside each other: what the later one found that the earlier did not, and what may explain it.
 *
 * @param changed what the two were not searched with alike, by the names of {@code listVersion}, {@code screener} and the settings
 * @param entries every candidate of either, by reference
 */
public record Lookback(ScreeningResult earlier, ScreeningResult later, List<String> changed, List<Entry> entries) {

    /**
     * A candidate of one of the results, or of both.
     *
     * @param earlierScore null where the earlier result does not have it
     * @param laterScore null where the later result does not have it
     * @param listChange what happened to the entry between the two versions; null where nothing did, or it is not known
     */
    public record Entry(
            String entry,
            @Nullable BigDecimal earlierScore,
            @Nullable BigDecimal laterScore,
            @Nullable ListChange listChange) {}

    /** What happened to an entry of a list. */
    public enum ListChange {
        ADDED,
        REMOVED,
        AMENDED
    }

    public Lookback {
        changed = List.copyOf(changed);
        entries = List.copyOf(entries);
    }

    static Lookback of(ScreeningResult one, ScreeningResult other, ListVersions lists) {
        ScreeningResult earlier = one.position() <= other.position() ? one : other;
        ScreeningResult later = earlier.equals(one) ? other : one;
        Map<String, BigDecimal> before = scores(earlier);
        Map<String, BigDecimal> after = scores(later);
        Map<String, ListChange> between = changes(earlier, later, lists);
        List<Entry> entries = Stream.of(before, after)
                .flatMap(scores -> scores.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(entry -> new Entry(entry, before.get(entry), after.get(entry), between.get(entry)))
                .toList();
        return new Lookback(earlier, later, changed(earlier, later), entries);
    }

    private static Map<String, BigDecimal> scores(ScreeningResult result) {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (Candidate candidate : result.candidates()) {
            scores.merge(candidate.entry(), candidate.score(), BigDecimal::max);
        }
        return scores;
    }

    private static List<String> changed(ScreeningResult earlier, ScreeningResult later) {
        List<String> names = new ArrayList<>();
        add(names, "listVersion", earlier.listVersion(), later.listVersion());
        add(names, "screener", earlier.screener(), later.screener());
        add(names, "algorithm", earlier.settings().algorithm(), later.settings().algorithm());
        add(names, "version", earlier.settings().version(), later.settings().version());
        add(names, "threshold", earlier.settings().threshold(), later.settings().threshold());
        add(names, "cutoff", earlier.settings().cutoff(), later.settings().cutoff());
        add(names, "limit", earlier.settings().limit(), later.settings().limit());
        add(names, "weights", earlier.settings().weights(), later.settings().weights());
        return names;
    }

    private static void add(List<String> names, String name, @Nullable Object before, @Nullable Object after) {
        boolean isSame = before instanceof BigDecimal one && after instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(before, after);
        if (!isSame) {
            names.add(name);
        }
    }

    /** The last that happened to each entry in the versions that came to stand between the two. */
    private static Map<String, ListChange> changes(ScreeningResult earlier, ScreeningResult later, ListVersions lists) {
        Map<String, ListChange> changes = new LinkedHashMap<>();
        if (earlier.listVersion() == null || later.listVersion() == null) {
            return changes;
        }
        ListVersion first = lists.find(earlier.listVersion()).orElse(null);
        ListVersion last = lists.find(later.listVersion()).orElse(null);
        if (first == null || last == null || !first.list().equals(last.list())) {
            return changes;
        }
        for (ListVersion version : lists.stood(first.list())) {
            ListDelta delta = version.standingDelta();
            if (delta != null && version.stoodFrom() > first.stoodFrom() && version.stoodFrom() <= last.stoodFrom()) {
                delta.added().forEach(entry -> changes.put(entry, ListChange.ADDED));
                delta.removed().forEach(entry -> changes.put(entry, ListChange.REMOVED));
                delta.amended().forEach(entry -> changes.put(entry, ListChange.AMENDED));
            }
        }
        return changes;
    }
}

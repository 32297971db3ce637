package org.stele.command.screening.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListEntry;

/** A version of the list beside the one that stands: how they differ, and whether a person has to look at it first. */
public final class ListComparison {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2}[ie]\\.\\d{3}");

    private ListComparison() {}

    /**
     * How the version differs from the one that stands, by canonical form and trimmed reference; null where none stands,
     * or one of which no entries are on record.
     */
    public static @Nullable ListDelta delta(@Nullable ConsolidatedList current, ConsolidatedList loaded) {
        if (current == null || current.entries().isEmpty()) {
            return null;
        }
        SortedMap<String, List<ListEntry>> before = byReference(current);
        SortedMap<String, List<ListEntry>> after = byReference(loaded);
        List<String> amended = new ArrayList<>();
        int immaterial = 0;
        for (Map.Entry<String, List<ListEntry>> entry : after.entrySet()) {
            List<ListEntry> old = before.get(entry.getKey());
            if (old == null) {
                continue;
            }
            if (differ(old, entry.getValue(), each -> each.content().hex())) {
                amended.add(entry.getKey());
            } else if (differ(old, entry.getValue(), ListEntry::bytes)) {
                immaterial++;
            }
        }
        return new ListDelta(without(after, before), without(before, after), amended, immaterial);
    }

    /** Why the registrar has to decide on the version; rules, section 5. In the order of {@link HoldReason}. */
    public static List<HoldReason> reasonsToHold(@Nullable ConsolidatedList current, ConsolidatedList loaded) {
        Set<HoldReason> reasons = EnumSet.noneOf(HoldReason.class);
        if (loaded.generatedAt() == null) {
            reasons.add(HoldReason.DATE_MISSING);
        }
        Set<String> references = new HashSet<>();
        Set<Long> dataIds = new HashSet<>();
        for (ListEntry entry : loaded.entries()) {
            if (!REFERENCE.matcher(entry.reference()).matches()) {
                reasons.add(HoldReason.REFERENCE_MISSING);
            } else if (!references.add(entry.reference())) {
                reasons.add(HoldReason.REFERENCE_REPEATED);
            }
            if (!dataIds.add(entry.dataId())) {
                reasons.add(HoldReason.DATAID_REPEATED);
            }
        }
        if (current != null) {
            addBeside(current, loaded, reasons);
        }
        return List.copyOf(reasons);
    }

    private static void addBeside(ConsolidatedList current, ConsolidatedList loaded, Set<HoldReason> reasons) {
        Instant before = current.generatedAt();
        Instant now = loaded.generatedAt();
        if (before != null && now != null && now.isBefore(before)) {
            reasons.add(HoldReason.OLDER_THAN_CURRENT);
        }
        if (10L * Math.abs(loaded.entriesCount() - current.entriesCount()) > current.entriesCount()) {
            reasons.add(HoldReason.COUNT_MOVED);
        }
        Map<String, Long> dataIds = new HashMap<>();
        current.entries().forEach(entry -> dataIds.put(entry.reference(), entry.dataId()));
        boolean changed = loaded.entries().stream()
                .anyMatch(entry -> dataIds.getOrDefault(entry.reference(), entry.dataId()) != entry.dataId());
        if (changed) {
            reasons.add(HoldReason.DATAID_CHANGED);
        }
    }

    /** A version that the registrar let stand may hold a reference twice: its entries count together. */
    private static SortedMap<String, List<ListEntry>> byReference(ConsolidatedList list) {
        return list.entries().stream()
                .collect(Collectors.groupingBy(ListEntry::reference, TreeMap::new, Collectors.toList()));
    }

    private static boolean differ(List<ListEntry> before, List<ListEntry> after, Function<ListEntry, String> of) {
        return !before.stream()
                .map(of)
                .sorted()
                .toList()
                .equals(after.stream().map(of).sorted().toList());
    }

    private static List<String> without(Map<String, ?> some, Map<String, ?> others) {
        Set<String> rest = new TreeSet<>(some.keySet());
        rest.removeAll(others.keySet());
        return List.copyOf(rest);
    }
}

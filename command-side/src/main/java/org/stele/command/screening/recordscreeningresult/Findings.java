package org.stele.command.screening.recordscreeningresult;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.command.screening.listversions.ListedEntries;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Mark;

/**
 * What a result says, in the ledger's terms: candidates named by their reference where it is known, whether any is a hit,
 * and what is to be known about it (rules, section 5).
 */
record Findings(List<Candidate> candidates, boolean hasHit, List<Mark> marks) {

    static Findings of(RecordScreeningResult result) {
        BigDecimal threshold = result.settings().threshold();
        List<Candidate> candidates = result.found().stream()
                .map(found -> new Candidate(
                        entry(found, result),
                        found.dataId(),
                        found.score(),
                        reaches(found, threshold),
                        found.features()))
                .toList();
        // Without a threshold nobody knows which of them the screener meant.
        boolean hasHit = candidates.stream().anyMatch(candidate -> !Boolean.FALSE.equals(candidate.match()));
        return new Findings(candidates, hasHit, marks(result, threshold));
    }

    private static List<Mark> marks(RecordScreeningResult result, @Nullable BigDecimal threshold) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Integer limit = result.settings().limit();
        if (limit != null && result.found().size() >= limit) {
            marks.add(Mark.RESULT_MAY_BE_CUT);
        }
        ListedEntries searched = result.searched();
        if (searched != null
                && !result.found().stream().allMatch(found -> searched.has(found.reference(), found.dataId()))) {
            marks.add(Mark.ENTRY_NOT_IN_LIST_VERSION);
        }
        if (result.found().stream().anyMatch(found -> differs(found, threshold))) {
            marks.add(Mark.MATCH_RECOMPUTED);
        }
        return List.copyOf(marks);
    }

    /** The permanent reference; else what the screener calls the entry. */
    private static String entry(FoundCandidate found, RecordScreeningResult result) {
        if (found.reference() != null) {
            return found.reference();
        }
        String reference = reference(result.searched(), found.dataId());
        return Objects.requireNonNullElse(
                reference == null ? reference(result.current(), found.dataId()) : reference, found.id());
    }

    private static @Nullable String reference(@Nullable ListedEntries list, @Nullable Long dataId) {
        return list == null || dataId == null ? null : list.references().get(dataId);
    }

    private static @Nullable Boolean reaches(FoundCandidate found, @Nullable BigDecimal threshold) {
        return threshold == null ? null : found.score().compareTo(threshold) >= 0;
    }

    private static boolean differs(FoundCandidate found, @Nullable BigDecimal threshold) {
        Boolean computed = reaches(found, threshold);
        return found.match() != null && computed != null && !found.match().equals(computed);
    }
}

package org.stele.statefile.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.statefile.screening.ScreeningReading.Verdict;

/**
 * The screenings and list versions of one view, as one audience is given them.
 *
 * @param all those that the audience is told of, in the order of their first events
 */
public record Screenings(ScreeningCut cut, Audience audience, List<ScreeningReading> all, ListVersions lists) {

    public Screenings {
        all = List.copyOf(all);
    }

    public static Screenings of(
            Iterable<ScreeningCase> cases, ListVersions lists, ScreeningCut cut, Audience audience) {
        List<ScreeningReading> seen = new ArrayList<>();
        for (ScreeningCase one : cases) {
            ScreeningLens lens = ScreeningLens.of(audience, one.memberState());
            ScreeningCase part = lens == ScreeningLens.NOTHING ? null : one.upTo(cut);
            if (part != null) {
                ScreeningReading reading = ScreeningReading.of(part);
                if (lens.shows(reading)) {
                    seen.add(reading);
                }
            }
        }
        return new Screenings(cut, audience, seen, lists.upTo(cut));
    }

    public ScreeningLens lens(ScreeningReading screening) {
        return ScreeningLens.of(audience, screening.memberState());
    }

    public Optional<ScreeningReading> find(FilingId id) {
        return all.stream().filter(screening -> screening.id().equals(id)).findFirst();
    }

    /** By the id of each screening whose verdict was replaced, the one whose confirmed verdict did. */
    public Map<FilingId, FilingId> supersededBy() {
        Map<FilingId, FilingId> by = new HashMap<>();
        for (ScreeningReading screening : whole()) {
            Verdict verdict = screening.verdict();
            FilingId replaced = verdict == null || verdict.proposal() == null
                    ? null
                    : verdict.proposal().event().supersedes();
            if (replaced != null) {
                by.put(replaced, screening.id());
            }
        }
        return by;
    }

    /** The subjects that are due for re-screening, of the States whose screenings the audience sees whole. */
    public List<DueForScreening> due() {
        return new DueSubjects(lists).in(whole());
    }

    /** The pairings that hold, of the same States. */
    public List<Pairing> pairings() {
        return new Pairings(lists, cut.day()).in(whole());
    }

    /** The last results of two screenings; null where one has none, or they are not of one subject. */
    public @Nullable Lookback lookback(ScreeningReading one, ScreeningReading other) {
        ScreeningResult first = one.result();
        ScreeningResult second = other.result();
        return first == null
                        || second == null
                        || one.memberState() != other.memberState()
                        || !Objects.equals(one.subject(), other.subject())
                ? null
                : Lookback.of(first, second, lists);
    }

    private List<ScreeningReading> whole() {
        return all.stream()
                .filter(screening -> lens(screening) == ScreeningLens.WHOLE)
                .toList();
    }
}

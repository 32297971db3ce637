package org.stele.statefile.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.Audience;
import org.stele.events.FilingId;

/**
 * The screenings and list versions of one view, as one audience is given them.
 *
 * @param all those that the audience is told of, in the order of their first events
 */
public record Screenings(ScreeningCut cut, Audience audience, List<ScreeningReading> all, ListVersions lists) {

    public Screenings {
        all = List.copyOf(all);
    }

    /** @param whole each with its whole history, whatever the cut is */
    public static Screenings of(
            Iterable<ScreeningReading> whole, ListVersions lists, ScreeningCut cut, Audience audience) {
        List<ScreeningReading> seen = new ArrayList<>();
        Instant end = cut.end();
        for (ScreeningReading one : whole) {
            ScreeningLens lens = ScreeningLens.of(audience, one.memberState());
            ScreeningReading part = lens == ScreeningLens.NOTHING ? null : one.upTo(cut.treeSize(), end);
            if (part != null && lens.shows(part)) {
                seen.add(part);
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

    /** By the id of each screening whose verdict was replaced, the one whose confirmed verdict did: the first, of several. */
    public Map<FilingId, FilingId> supersededBy() {
        Map<FilingId, FilingId> by = new HashMap<>();
        for (ScreeningReading screening : whole()) {
            screening.superseded().forEach(replaced -> by.putIfAbsent(replaced, screening.id()));
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

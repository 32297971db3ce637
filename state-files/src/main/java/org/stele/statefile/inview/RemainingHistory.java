package org.stele.statefile.inview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationVersion;
import org.stele.statefile.Days;
import org.stele.statefile.StateFile;

/**
 * How one State's remaining figure (4.3) changed as its filings became known.
 *
 * <p>It equals {@link StateFile#at} with both dates the same day, for every day. Each day only the filings that may
 * change then are evaluated, so that a file with thousands of filings costs little more than one view of it.
 */
public final class RemainingHistory {

    private final TreeMap<LocalDate, List<Attestation>> changes = new TreeMap<>();
    private final Map<FilingId, RemainingFigure> current = new HashMap<>();
    private final TreeSet<RemainingFigure> inOrder = new TreeSet<>(RemainingFigure.ORDER);

    private RemainingHistory() {}

    /**
     * The figure from a day on.
     *
     * @param persons null when no figure is valid any longer
     * @param isDerived whether the figure is of a filing in which others worked out some figure
     */
    public record Step(LocalDate knownFrom, @Nullable Long persons, boolean isDerived) {

        boolean saysTheSame(Step other) {
            return Objects.equals(persons, other.persons) && isDerived == other.isDerived;
        }
    }

    /**
     * Every change up to a day, that day included, in chronological order; none where something came by then that is kept from
     * who looks, so that nothing may be concluded from the rest (4.8).
     */
    public static List<Step> of(StateFile file, LocalDate until) {
        if (isKeptInPart(file, until)) {
            return List.of();
        }
        RemainingHistory history = new RemainingHistory();
        file.attestations().forEach(history::collect);
        return history.steps(until);
    }

    private static boolean isKeptInPart(StateFile file, LocalDate until) {
        return file.attestations().stream()
                        .filter(Attestation::enveloped)
                        .flatMap(attestation -> attestation.versions().stream())
                        .anyMatch(version -> version.isReceivedBy(until))
                || file.claims().stream().anyMatch(claim -> claim.banded() && Days.isBy(claim.claimed(), until))
                || file.notices().stream()
                        .flatMap(notice -> notice.versions().stream())
                        .anyMatch(version -> version.isBanded() && Days.isBy(version.received(), until));
    }

    private void collect(Attestation attestation) {
        for (AttestationVersion version : attestation.versions()) {
            changesOn(version.received(), attestation);
            changesOn(remainingAsOf(version), attestation);
        }
        changesOn(attestation.withdrawn(), attestation);
    }

    private static @Nullable PartialDate remainingAsOf(AttestationVersion version) {
        var workers = version.content().workers();
        return workers == null ? null : workers.remainingAsOf();
    }

    private void changesOn(@Nullable PartialDate day, Attestation attestation) {
        if (day != null) {
            changes.computeIfAbsent(day.lastDay(), _ -> new ArrayList<>()).add(attestation);
        }
    }

    private List<Step> steps(LocalDate until) {
        List<Step> steps = new ArrayList<>();
        Step before = null;
        for (var change : changes.headMap(until, true).entrySet()) {
            change.getValue().forEach(attestation -> readAgain(attestation, change.getKey()));
            Step now = step(change.getKey());
            boolean isSame = before == null ? now.persons() == null : now.saysTheSame(before);
            if (!isSame) {
                steps.add(now);
            }
            before = now;
        }
        return steps;
    }

    private Step step(LocalDate day) {
        if (inOrder.isEmpty()) {
            return new Step(day, null, false);
        }
        RemainingFigure last = inOrder.last();
        return new Step(day, (long) last.count(), last.attestation().content().figuresDerived());
    }

    private void readAgain(Attestation attestation, LocalDate day) {
        RemainingFigure old = current.remove(attestation.id());
        if (old != null) {
            inOrder.remove(old);
        }
        attestation
                .knownAt(day)
                .flatMap(reading -> RemainingFigure.stated(reading, day))
                .ifPresent(figure -> {
                    current.put(attestation.id(), figure);
                    inOrder.add(figure);
                });
    }
}

package org.stele.command.screening.reopening;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.command.screening.listversions.ListedEntries;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ListEvent;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningEvent;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;
import org.stele.events.screening.Trigger;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListStatus;

/**
 * A fold of all screenings and list versions: which confirmed verdicts stand, found by the entries of their candidates and
 * by their subjects, and which of them a change reopens (rules, section 5). For one thread.
 *
 * <p>A verdict stands from its confirmation until it is reopened or superseded. A change reopens those that stand when it is
 * recorded, and no others.
 */
final class StandingVerdicts {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2}[ie]\\.\\d{3}");

    private final Map<FilingId, Screening> screenings = new HashMap<>();
    private final Map<Object, Set<Screening>> standing = new HashMap<>();
    private final Map<FilingId, Reopening> due = new LinkedHashMap<>();
    private final Map<Sha256Digest, ListedEntries> held = new HashMap<>();
    private @Nullable ListedEntries current;

    /** What is known of one screening. */
    private static final class Screening {

        private final FilingId id;
        private final Subject subject;
        private List<Named> candidates = List.of();
        private @Nullable Trigger trigger;
        private @Nullable FilingId supersedes;
        private int confirmations;

        Screening(FilingId id, Subject subject) {
            this.id = id;
            this.subject = subject;
        }

        /** Under what its verdict is found: its subject, and each candidate's reference, else the DATAID. */
        Stream<Object> keys() {
            return Stream.concat(Stream.of(subject), candidates.stream().map(Named::key));
        }
    }

    /** A candidate; its scores and features are not kept in memory. */
    private record Named(String entry, @Nullable Long dataId) {

        static Named of(Candidate candidate) {
            return new Named(candidate.entry().intern(), candidate.dataId());
        }

        /** A candidate that its result could not name by reference is found by its DATAID. */
        Object key() {
            return dataId == null || REFERENCE.matcher(entry).matches() ? entry : dataId;
        }
    }

    private record Subject(MemberState memberState, SubjectRef subject) {}

    /** What has to be reopened and is not yet, in the order in which it was found. */
    Collection<Reopening> due() {
        return List.copyOf(due.values());
    }

    /** Takes one from the list: it is recorded, or refused for good. */
    void done(Reopening reopening) {
        due.remove(reopening.screening(), reopening);
    }

    void apply(ScreeningEvent event) {
        switch (event) {
            case ListEvent list -> apply(list);
            case CaseEvent screening -> apply(screening);
        }
    }

    private void apply(ListEvent event) {
        switch (event) {
            case ListVersionLoaded loaded -> {
                ListedEntries entries = ListedEntries.of(loaded);
                if (loaded.status() == ListStatus.CURRENT) {
                    changed(loaded.sha256(), loaded.delta());
                    current = entries;
                } else {
                    held.put(loaded.sha256(), entries);
                }
            }
            case ListVersionReleased released -> {
                changed(released.sha256(), released.delta());
                current = held.remove(released.sha256());
            }
            case ListVersionRejected rejected -> held.remove(rejected.sha256());
        }
    }

    private void apply(CaseEvent event) {
        switch (event) {
            case ScreeningRequested requested -> begun(event, requested.subject(), requested.trigger());
            case ScreeningHitsRecorded hits ->
                begun(event, hits.subject(), hits.trigger()).candidates =
                        hits.candidates().stream().map(Named::of).toList();
            case ScreeningClearedWithoutHit cleared -> begun(event, cleared.subject(), cleared.trigger());
            case ScreeningFailed failed -> begun(event, failed.subject(), null);
            case ScreeningVerdictProposed proposed -> {
                Screening screening = screenings.get(event.screening());
                if (screening != null) {
                    screening.supersedes = proposed.supersedes();
                }
            }
            case ScreeningVerdictConfirmed _ -> confirmed(event.screening());
            case ScreeningReopened _ -> end(event.screening());
            case ScreeningVerdictReturned _ -> {}
        }
    }

    /** The screening, which tells of a change of its subject once, with the first event that states why it was made. */
    private Screening begun(CaseEvent event, SubjectRef subject, @Nullable Trigger trigger) {
        Screening screening = screenings.computeIfAbsent(
                event.screening(), id -> new Screening(id, new Subject(event.memberState(), subject)));
        if (screening.trigger == null && trigger != null) {
            screening.trigger = trigger;
            if (trigger == Trigger.SUBJECT_CHANGE) {
                for (Screening each : standing.getOrDefault(screening.subject, Set.of())) {
                    due.putIfAbsent(
                            each.id,
                            Reopening.ofSubject(event.memberState(), each.id, each.confirmations, screening.id));
                }
            }
        }
        return screening;
    }

    private void confirmed(FilingId id) {
        Screening screening = screenings.get(id);
        if (screening == null) {
            return;
        }
        screening.confirmations++;
        screening
                .keys()
                .forEach(key -> standing.computeIfAbsent(key, none -> new LinkedHashSet<>())
                        .add(screening));
        if (screening.supersedes != null) {
            end(screening.supersedes);
        }
    }

    private void end(FilingId id) {
        due.remove(id);
        Screening screening = screenings.get(id);
        if (screening == null) {
            return;
        }
        screening.keys().forEach(key -> {
            Set<Screening> standingOn = standing.get(key);
            if (standingOn != null && standingOn.remove(screening) && standingOn.isEmpty()) {
                standing.remove(key);
            }
        });
    }

    private void changed(Sha256Digest version, @Nullable ListDelta delta) {
        if (delta == null) {
            return;
        }
        Map<Screening, Set<String>> entries = new LinkedHashMap<>();
        Stream.concat(delta.removed().stream(), delta.amended().stream()).forEach(reference -> {
            note(reference, entries);
            Long dataId = current == null ? null : current.dataIds().get(reference);
            if (dataId != null) {
                note(dataId, entries);
            }
        });
        entries.forEach((screening, changed) -> due.putIfAbsent(
                screening.id,
                Reopening.ofList(
                        screening.subject.memberState(),
                        screening.id,
                        screening.confirmations,
                        version,
                        List.copyOf(changed))));
    }

    /** Notes each verdict that stands on a candidate of this key, with the entry as its result names it. */
    private void note(Object key, Map<Screening, Set<String>> entries) {
        for (Screening screening : standing.getOrDefault(key, Set.of())) {
            screening.candidates.stream()
                    .filter(candidate -> candidate.key().equals(key))
                    .forEach(candidate -> entries.computeIfAbsent(screening, none -> new TreeSet<>())
                            .add(candidate.entry()));
        }
    }
}

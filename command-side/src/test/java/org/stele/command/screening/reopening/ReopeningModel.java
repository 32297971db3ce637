package org.stele.command.screening.reopening;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningEvent;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.Trigger;
import org.stele.events.screening.list.ListEntry;
import org.stele.events.screening.list.ListStatus;

/**
 * The rule on reopening as it is written (rules, section 5), slow and without memory: each screening is looked at alone, from the
 * first event, and lists are compared entry by entry, whatever an event says of the difference.
 */
final class ReopeningModel {

    private final List<ScreeningEvent> history;

    private ReopeningModel(List<ScreeningEvent> history) {
        this.history = history;
    }

    static Set<Reopening> due(List<ScreeningEvent> history) {
        ReopeningModel model = new ReopeningModel(history);
        Set<Reopening> due = new LinkedHashSet<>();
        for (ScreeningEvent event : history) {
            Reopening found = event instanceof CaseEvent of ? model.due(of) : null;
            if (found != null) {
                due.add(found);
            }
        }
        return due;
    }

    /** The first change since the verdict was confirmed, if it stands. */
    private @Nullable Reopening due(CaseEvent of) {
        FilingId id = of.screening();
        int confirmations = 0;
        boolean stands = false;
        Reopening found = null;
        for (int at = 0; at < history.size(); at++) {
            ScreeningEvent event = history.get(at);
            if (event instanceof ScreeningVerdictConfirmed confirmed
                    && confirmed.screening().equals(id)) {
                confirmations++;
                stands = true;
                found = null;
            } else if (ends(event, id, at)) {
                stands = false;
                found = null;
            } else if (stands && found == null) {
                found = change(of, id, confirmations, at);
            }
        }
        return found;
    }

    private boolean ends(ScreeningEvent event, FilingId id, int at) {
        if (event instanceof ScreeningReopened reopened) {
            return reopened.screening().equals(id);
        }
        return event instanceof ScreeningVerdictConfirmed other && id.equals(supersededBy(other, at));
    }

    private @Nullable FilingId supersededBy(ScreeningVerdictConfirmed confirmed, int at) {
        FilingId superseded = null;
        for (ScreeningEvent event : history.subList(0, at)) {
            if (event instanceof ScreeningVerdictProposed proposed
                    && proposed.screening().equals(confirmed.screening())) {
                superseded = proposed.supersedes();
            }
        }
        return superseded;
    }

    private @Nullable Reopening change(CaseEvent of, FilingId id, int confirmations, int at) {
        FilingId told = toldOfSubject(at);
        if (told != null && !told.equals(id) && of.memberState() == ((CaseEvent) history.get(at)).memberState()) {
            return Objects.equals(subject(id), subject(told))
                    ? Reopening.ofSubject(of.memberState(), id, confirmations, told)
                    : null;
        }
        Sha256Digest after = standing(at + 1);
        Sha256Digest before = standing(at);
        if (before == null || after == null || before.equals(after)) {
            return null;
        }
        TreeSet<String> entries = new TreeSet<>();
        for (Candidate candidate : candidates(id)) {
            ListEntry old = find(before, candidate);
            ListEntry now = old == null ? null : byReference(after).get(old.reference());
            if (old != null && (now == null || !now.content().equals(old.content()))) {
                entries.add(candidate.entry());
            }
        }
        return entries.isEmpty()
                ? null
                : Reopening.ofList(of.memberState(), id, confirmations, after, List.copyOf(entries));
    }

    /** The screening whose event is the first of its own to state a trigger, where that is SUBJECT_CHANGE. */
    private @Nullable FilingId toldOfSubject(int at) {
        if (trigger(history.get(at)) != Trigger.SUBJECT_CHANGE) {
            return null;
        }
        FilingId id = ((CaseEvent) history.get(at)).screening();
        boolean isTold = history.subList(0, at).stream()
                .anyMatch(
                        event -> event instanceof CaseEvent of && of.screening().equals(id) && trigger(event) != null);
        return isTold ? null : id;
    }

    private static @Nullable Trigger trigger(ScreeningEvent event) {
        return switch (event) {
            case ScreeningRequested e -> e.trigger();
            case ScreeningHitsRecorded e -> e.trigger();
            case ScreeningClearedWithoutHit e -> e.trigger();
            default -> null;
        };
    }

    private @Nullable SubjectRef subject(FilingId id) {
        for (ScreeningEvent event : history) {
            SubjectRef subject = switch (event) {
                case ScreeningRequested e when e.screening().equals(id) -> e.subject();
                case ScreeningFailed e when e.screening().equals(id) -> e.subject();
                case ScreeningHitsRecorded e when e.screening().equals(id) -> e.subject();
                default -> null;
            };
            if (subject != null) {
                return subject;
            }
        }
        return null;
    }

    private List<Candidate> candidates(FilingId id) {
        for (ScreeningEvent event : history) {
            if (event instanceof ScreeningHitsRecorded hits && hits.screening().equals(id)) {
                return hits.candidates();
            }
        }
        return List.of();
    }

    /** The version that stands after so many events. */
    private @Nullable Sha256Digest standing(int events) {
        Sha256Digest standing = null;
        for (ScreeningEvent event : history.subList(0, events)) {
            if (event instanceof ListVersionLoaded loaded && loaded.status() == ListStatus.CURRENT) {
                standing = loaded.sha256();
            } else if (event instanceof ListVersionReleased released) {
                standing = released.sha256();
            }
        }
        return standing;
    }

    private Map<String, ListEntry> byReference(Sha256Digest version) {
        Map<String, ListEntry> entries = new HashMap<>();
        for (ScreeningEvent event : history) {
            if (event instanceof ListVersionLoaded loaded && loaded.sha256().equals(version)) {
                loaded.entries().forEach(entry -> entries.put(entry.reference(), entry));
            }
        }
        return entries;
    }

    private @Nullable ListEntry find(Sha256Digest version, Candidate candidate) {
        Map<String, ListEntry> entries = byReference(version);
        if (!candidate.entry().startsWith("unsc-")) {
            return entries.get(candidate.entry());
        }
        return entries.values().stream()
                .filter(entry -> Objects.equals(entry.dataId(), candidate.dataId()))
                .findFirst()
                .orElse(null);
    }
}

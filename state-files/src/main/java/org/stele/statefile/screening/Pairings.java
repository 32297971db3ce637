package org.stele.statefile.screening;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.Trigger;
import org.stele.statefile.screening.ScreeningReading.Verdict;

/**
 * Finds the good-guy pairings that hold (section 5). The last confirmed word on a subject and an entry counts. A pairing ends when
 * either side changes or its validity does; a screening that is reopened for another entry does not end it.
 */
final class Pairings {

    private record Subject(MemberState memberState, SubjectRef ref) {}

    private record Key(Subject subject, String entry) {}

    private record Held(Pairing pairing, @Nullable Sha256Digest listVersion) {}

    private final ListVersions lists;
    private final LocalDate day;
    private final Map<Key, Held> held = new LinkedHashMap<>();
    private final Map<Subject, Long> changedAt = new HashMap<>();

    Pairings(ListVersions lists, LocalDate day) {
        this.lists = lists;
        this.day = day;
    }

    /** In the order of their confirmation. */
    List<Pairing> in(List<ScreeningReading> screenings) {
        screenings.forEach(this::noteChange);
        screenings.stream()
                .filter(screening -> screening.verdict() != null && screening.question() == Question.DESIGNATION)
                .sorted(Comparator.comparingLong(Pairings::confirmedAt))
                .forEach(this::take);
        return held.values().stream()
                .filter(this::holds)
                .map(Held::pairing)
                .sorted(Comparator.comparingLong(Pairing::position).thenComparing(Pairing::entry))
                .toList();
    }

    private static long confirmedAt(ScreeningReading screening) {
        return Objects.requireNonNull(screening.verdict()).confirmation().position();
    }

    /** A reopening for it, or a screening because of it, says that a subject changed. */
    private void noteChange(ScreeningReading screening) {
        if (screening.subject() == null) {
            return;
        }
        Subject subject = new Subject(screening.memberState(), screening.subject());
        if (screening.trigger() == Trigger.SUBJECT_CHANGE) {
            changedAt.merge(subject, screening.history().firstPosition(), Math::max);
        }
        if (screening.reopening() != null && screening.reopening().event().cause() == ReopeningCause.SUBJECT_CHANGE) {
            changedAt.merge(subject, screening.reopening().position(), Math::max);
        }
    }

    private void take(ScreeningReading screening) {
        Verdict verdict = Objects.requireNonNull(screening.verdict());
        ScreeningResult result = verdict.result();
        if (result == null) {
            return;
        }
        Map<String, CandidateVerdict> words = words(verdict);
        for (Candidate candidate : result.candidates()) {
            CandidateVerdict word = words.get(candidate.entry());
            Disposition disposition = word == null ? verdict.disposition() : word.disposition();
            Key key = new Key(new Subject(screening.memberState(), result.subject()), candidate.entry());
            held.remove(key);
            if (disposition == Disposition.FALSE_POSITIVE && !isReopenedFor(screening, candidate.entry())) {
                held.put(key, new Held(pairing(screening, verdict, result, candidate, word), result.listVersion()));
            }
        }
    }

    private static Map<String, CandidateVerdict> words(Verdict verdict) {
        Map<String, CandidateVerdict> words = new HashMap<>();
        if (verdict.proposal() != null) {
            verdict.proposal().event().candidates().forEach(word -> words.put(word.entry(), word));
        }
        return words;
    }

    private static boolean isReopenedFor(ScreeningReading screening, String entry) {
        return screening.reopening() != null
                && screening.reopening().event().entries().contains(entry);
    }

    private static Pairing pairing(
            ScreeningReading screening,
            Verdict verdict,
            ScreeningResult result,
            Candidate candidate,
            @Nullable CandidateVerdict word) {
        ScreeningVerdictProposed proposal =
                verdict.proposal() == null ? null : verdict.proposal().event();
        String ofTheWhole = proposal == null ? null : proposal.reasonCode();
        return new Pairing(
                screening.memberState(),
                result.subject(),
                candidate.entry(),
                screening.id(),
                word == null ? ofTheWhole : word.reasonCode(),
                verdict.confirmation().event().analyst(),
                verdict.confirmation().event().reviewer(),
                verdict.confirmation().recordedAt(),
                proposal == null ? null : proposal.validUntil(),
                verdict.confirmation().position());
    }

    private boolean holds(Held one) {
        Pairing pairing = one.pairing();
        Long changed = changedAt.get(new Subject(pairing.memberState(), pairing.subject()));
        boolean isSubjectChanged = changed != null && changed > pairing.position();
        boolean isPast = pairing.validUntil() != null && pairing.validUntil().isBefore(day);
        return !isSubjectChanged && !isPast && !isEntryChanged(pairing.entry(), one);
    }

    /** Since the version that was searched; where nobody stated it, or it never stood, since the verdict was confirmed. */
    private boolean isEntryChanged(String entry, Held one) {
        ListVersion searched =
                one.listVersion() == null ? null : lists.find(one.listVersion()).orElse(null);
        if (searched != null && searched.hasStood()) {
            return lists.hasChanged(entry, searched.list(), searched.sha256());
        }
        return lists.lists().stream()
                .anyMatch(list -> lists.hasChanged(
                        entry, list, stoodAt(list, one.pairing().position())));
    }

    private @Nullable Sha256Digest stoodAt(String list, long position) {
        return lists.stood(list).stream()
                .filter(version -> version.stoodFrom() < position)
                .reduce((_, later) -> later)
                .map(ListVersion::sha256)
                .orElse(null);
    }
}

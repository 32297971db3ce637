package org.stele.statefile.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Question;
import org.stele.events.screening.SubjectKind;

/**
 * Finds the subjects that are due for re-screening (section 5). Only screenings that ask whether the subject is designated
 * count, by their last result; a run that failed is none.
 */
final class DueSubjects {

    private record Subject(MemberState memberState, SubjectRef ref) {}

    private record Seen(FilingId screening, ScreeningResult result) {}

    private record Since(String list, @Nullable Sha256Digest version, SubjectKind kind) {}

    private final ListVersions lists;
    private final Map<Sha256Digest, String> listOf = new HashMap<>();
    private final Map<Since, List<String>> added = new HashMap<>();

    DueSubjects(ListVersions lists) {
        this.lists = lists;
        lists.all().stream()
                .filter(ListVersion::hasStood)
                .forEach(version -> listOf.put(version.sha256(), version.list()));
    }

    /** In the order in which the subjects were first screened, then of the lists. */
    List<DueForScreening> in(List<ScreeningReading> screenings) {
        Map<Subject, Map<String, Seen>> last = new LinkedHashMap<>();
        for (ScreeningReading screening : screenings) {
            ScreeningResult result = screening.result();
            if (result != null && result.question() == Question.DESIGNATION) {
                String list = result.listVersion() == null ? "" : listOf.getOrDefault(result.listVersion(), "");
                last.computeIfAbsent(new Subject(screening.memberState(), result.subject()), _ -> new HashMap<>(2))
                        .merge(list, new Seen(screening.id(), result), DueSubjects::later);
            }
        }
        List<DueForScreening> due = new ArrayList<>();
        last.forEach((subject, seen) -> lists.lists().forEach(list -> add(due, subject, seen, list)));
        return due;
    }

    private static Seen later(Seen one, Seen other) {
        return one.result().position() > other.result().position() ? one : other;
    }

    private void add(List<DueForScreening> due, Subject subject, Map<String, Seen> seen, String list) {
        Seen known = seen.get(list);
        Seen last = known == null ? seen.get("") : known;
        if (last == null) {
            return;
        }
        Sha256Digest against = known == null ? null : known.result().listVersion();
        SubjectKind kind = last.result().subjectKind();
        List<String> entries = added.computeIfAbsent(
                new Since(list, against, kind), since -> lists.added(since.list(), since.version(), since.kind()));
        if (!entries.isEmpty()) {
            due.add(new DueForScreening(
                    subject.memberState(),
                    subject.ref(),
                    kind,
                    last.screening(),
                    last.result().recordedAt(),
                    against,
                    list,
                    entries));
        }
    }
}

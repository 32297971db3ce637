package org.stele.statefile.across;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.StateEvent;
import org.stele.events.SubjectRef;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.events.seal.Sealer;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.status.StateView;

/** Notices and verdicts of several States, one event after another, which name subjects by short tags. */
final class Filings {

    private final List<LedgerEvent> events = new ArrayList<>();
    private LocalDate recordedOn = LocalDate.of(2021, 1, 1);

    Filings on(String day) {
        recordedOn = LocalDate.parse(day);
        return this;
    }

    Filings notice(MemberState state, int id, String destination, String... tags) {
        return notice(state, id, PersonsCategory.WORKER, destination, "2020-12-15", recordedOn.toString(), tags);
    }

    Filings notice(
            MemberState state,
            int id,
            PersonsCategory category,
            String destination,
            String departed,
            String received,
            String... tags) {
        return record(new RepatriationNoticeRecorded(
                state,
                id(id),
                content(id(id), category, destination, departed, tags),
                PartialDate.parse(received),
                null));
    }

    Filings corrected(MemberState state, int id, int version, String destination, LocalDate received, String... tags) {
        return record(new RepatriationNoticeCorrected(
                state,
                id(id),
                version,
                content(id(id), PersonsCategory.WORKER, destination, "2020-12-15", tags),
                "Another person.",
                PartialDate.of(received)));
    }

    Filings withdrawn(MemberState state, int id) {
        return record(new RepatriationNoticeWithdrawn(state, id(id), "Filed by mistake.", PartialDate.of(recordedOn)));
    }

    Filings requested(MemberState state, int id, Question question, String tag) {
        return record(new ScreeningRequested(
                state, id(id), Filed.subject(tag), SubjectKind.PERSON, question, Trigger.ONBOARDING));
    }

    Filings confirmed(MemberState state, int id, @Nullable Integer supersedes) {
        record(new ScreeningVerdictProposed(
                state,
                id(id),
                Disposition.FALSE_POSITIVE,
                List.of(),
                "CODE",
                "Why.",
                null,
                List.of(),
                "analyst",
                supersedes == null ? null : id(supersedes),
                null));
        return record(new ScreeningVerdictConfirmed(
                state,
                id(id),
                Disposition.FALSE_POSITIVE,
                "analyst",
                "reviewer",
                supersedes == null ? null : id(supersedes)));
    }

    Filings reopened(MemberState state, int id) {
        return record(
                new ScreeningReopened(state, id(id), ReopeningCause.SUBJECT_CHANGE, null, List.of(), "Another paper."));
    }

    Filings record(StateEvent event) {
        events.add(new LedgerEvent(events.size() + 1L, recordedOn, event));
        return this;
    }

    List<LedgerEvent> events() {
        return events;
    }

    static FilingId id(long number) {
        return new FilingId(new UUID(7, number));
    }

    private static NoticeContent content(
            FilingId id, PersonsCategory category, String destination, String departed, String... tags) {
        List<SubjectRef> subjects = Stream.of(tags).map(Filed::subject).toList();
        return new NoticeContent(
                category,
                new PersonsCount(Math.max(1, tags.length)),
                List.of(),
                tags.length == 0 ? null : Filed.KEY.seal(EventJson.MAPPER.writeValueAsString(subjects), id),
                PartialDate.parse(departed),
                destination,
                destination.equals("PRK") ? Outcome.REPATRIATED : Outcome.DEPARTED_NOT_REPATRIATED,
                Mode.NOT_STATED,
                null,
                null,
                null);
    }

    Map<MemberState, StateFile> files(long treeSize) {
        Map<MemberState, StateFile> files = new EnumMap<>(MemberState.class);
        Map<MemberState, List<LedgerEvent>> byState = events.stream()
                .collect(Collectors.groupingBy(event -> event.event().memberState()));
        for (MemberState state : MemberState.values()) {
            files.put(
                    state,
                    StateFile.empty(state)
                            .evolve(byState.getOrDefault(state, List.of()))
                            .upTo(treeSize));
        }
        return files;
    }

    SubjectIndex index(@Nullable Sealer key) {
        SubjectIndex index = new SubjectIndex(key);
        events.forEach(event -> index.take(event.position(), event.event()));
        return index;
    }

    StateView view(MemberState state, LocalDate effectiveOn, LocalDate knownOn, long treeSize) {
        Map<MemberState, StateFile> files = files(treeSize);
        SubjectIndex index = index(Filed.KEY);
        return StateView.of(
                files.getOrDefault(state, StateFile.empty(state)),
                effectiveOn,
                knownOn,
                new AcrossStates(() -> index, treeSize, files::get));
    }

    /** Each pair of filings as {@code AND 1 2}, of every State, at the end. */
    Set<String> pairs(String day) {
        LocalDate on = LocalDate.parse(day);
        Map<MemberState, StateFile> files = files(events.size());
        return pairs(files, new AcrossStates(() -> index(Filed.KEY), events.size(), files::get), on, on);
    }

    static Set<String> pairs(
            Map<MemberState, StateFile> files, AcrossStates across, LocalDate effectiveOn, LocalDate knownOn) {
        return files.values().stream()
                .flatMap(file -> StateView.of(file, effectiveOn, knownOn, across).discrepancies().stream())
                .filter(found -> found.code() == DiscrepancyCode.SUBJECT_IN_TWO_STATES)
                .map(Filings::pair)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String pair(Discrepancy found) {
        Discrepancy.Filing b = found.b();
        return "%s %s %s"
                .formatted(
                        found.memberState().iso3(),
                        found.a().id().value().getLeastSignificantBits(),
                        b == null ? null : b.id().value().getLeastSignificantBits());
    }
}

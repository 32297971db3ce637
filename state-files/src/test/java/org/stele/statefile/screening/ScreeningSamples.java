package org.stele.statefile.screening;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.CandidateVerdict;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListEntry;
import org.stele.events.screening.list.ListEntryKind;
import org.stele.events.screening.list.ListStatus;

/** Events of invented screenings of one State. */
public record ScreeningSamples(MemberState state) {

    public static final String LIST = "UN";
    private static final ScreenerSettings SETTINGS =
            new ScreenerSettings("logic-v2", null, new BigDecimal("0.70"), new BigDecimal("0.50"), 5, null);

    /** The id of a number: the same in every run. */
    public static FilingId id(int number) {
        return new FilingId(new UUID(0x4000L, 0x8000_0000_0000_0000L | number));
    }

    public static SubjectRef subject(int number) {
        return new SubjectRef(new UUID(0x4001L, 0x8000_0000_0000_0000L | number));
    }

    /** The digest that a version of this name has. */
    public static Sha256Digest version(String name) {
        return Sha256Digest.of(name.getBytes(StandardCharsets.UTF_8));
    }

    public CaseEvent requested(int screening, int subject) {
        return new ScreeningRequested(
                state, id(screening), subject(subject), SubjectKind.PERSON, Question.DESIGNATION, Trigger.ONBOARDING);
    }

    /** @param list the name of the version; null where nobody stated it */
    public CaseEvent hits(int screening, int subject, @Nullable String list, String... entries) {
        return new ScreeningHitsRecorded(
                state,
                id(screening),
                subject(subject),
                SubjectKind.PERSON,
                Question.DESIGNATION,
                Trigger.ONBOARDING,
                Screener.YENTE,
                list == null ? null : version(list),
                SETTINGS,
                Arrays.stream(entries).map(ScreeningSamples::candidate).toList(),
                List.of());
    }

    public CaseEvent cleared(int screening, int subject, SubjectKind kind, @Nullable String list) {
        return new ScreeningClearedWithoutHit(
                state,
                id(screening),
                subject(subject),
                kind,
                Question.DESIGNATION,
                Trigger.PERIODIC,
                Screener.YENTE,
                list == null ? null : version(list),
                SETTINGS,
                List.of(),
                List.of());
    }

    private static Candidate candidate(String entry) {
        return new Candidate(
                entry,
                (long) entry.hashCode(),
                new BigDecimal("0.81"),
                true,
                new TreeMap<>(Map.of("name", new BigDecimal("0.9"))));
    }

    public CaseEvent proposed(int screening, Disposition disposition, String... entries) {
        return new ScreeningVerdictProposed(
                state,
                id(screening),
                disposition,
                Arrays.stream(entries)
                        .map(entry -> new CandidateVerdict(entry, disposition, "OTHER_BIRTH_YEAR", "=not the same"))
                        .toList(),
                null,
                null,
                null,
                List.of(),
                "analyst-1",
                null,
                null);
    }

    public CaseEvent confirmed(int screening, Disposition disposition) {
        return new ScreeningVerdictConfirmed(state, id(screening), disposition, "analyst-1", "reviewer-1", null);
    }

    public CaseEvent reopened(int screening, ReopeningCause cause, String... entries) {
        return new ScreeningReopened(state, id(screening), cause, null, List.of(entries), "its basis changed");
    }

    /** Everything from the request to the confirmed verdict. */
    public List<CaseEvent> verdict(
            int screening, int subject, String list, Disposition disposition, String... entries) {
        return List.of(
                requested(screening, subject),
                hits(screening, subject, list, entries),
                proposed(screening, disposition, entries),
                confirmed(screening, disposition));
    }

    /** @param previous null for the first version */
    public static ListVersionLoaded loaded(
            String name, @Nullable String previous, @Nullable ListDelta delta, String... entries) {
        return loaded(name, previous, delta, ListStatus.CURRENT, entries);
    }

    public static ListVersionLoaded loaded(
            String name, @Nullable String previous, @Nullable ListDelta delta, ListStatus status, String... entries) {
        return new ListVersionLoaded(
                LIST,
                "https://example.org/list.xml",
                "2026-01-01",
                version(name),
                entries.length,
                status,
                status == ListStatus.HELD ? List.of(HoldReason.COUNT_MOVED) : List.of(),
                previous == null ? null : version(previous),
                delta,
                Stream.of(entries).map(ScreeningSamples::entry).toList());
    }

    private static ListEntry entry(String reference) {
        return new ListEntry(
                reference,
                reference.hashCode(),
                reference.startsWith("KPi") ? ListEntryKind.INDIVIDUAL : ListEntryKind.ENTITY,
                "DPRK",
                version(reference),
                "0123456789abcdef");
    }
}

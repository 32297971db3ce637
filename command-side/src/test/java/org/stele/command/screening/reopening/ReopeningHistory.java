package org.stele.command.screening.reopening;

import static org.stele.command.testing.Samples.SETTINGS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ListComparison;
import org.stele.command.screening.list.ListRecord;
import org.stele.command.screening.list.ListSamples;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ListEvent;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreeningEvent;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListEntry;

/** Events as commands would record them, drawn one after the other: few entries, subjects and States, so that they meet. */
final class ReopeningHistory {

    private static final int ENTRIES = 6;
    private static final int CONTENTS = 3;
    private static final int SUBJECTS = 3;
    private static final int MAX_HELD = 3;
    private static final List<MemberState> STATES = List.of(MemberState.NOR, MemberState.SWE);

    private enum Stage {
        BEGUN,
        OPEN,
        PROPOSED,
        CONFIRMED
    }

    private static final class Drawn {

        private final FilingId id;
        private final MemberState state;
        private final SubjectRef subject;
        private @Nullable Trigger trigger;
        private Stage stage = Stage.BEGUN;
        private @Nullable FilingId supersedes;

        Drawn(FilingId id, MemberState state, SubjectRef subject) {
            this.id = id;
            this.state = state;
            this.subject = subject;
        }
    }

    private final SplittableRandom random;
    private final List<Drawn> screenings = new ArrayList<>();
    private final List<ConsolidatedList> held = new ArrayList<>();
    private @Nullable ConsolidatedList standing;
    private int made;

    ReopeningHistory(SplittableRandom random) {
        this.random = random;
    }

    ScreeningEvent next() {
        int drawn = random.nextInt(10);
        if (standing == null || drawn == 0) {
            return load();
        }
        if (drawn == 1 && !held.isEmpty()) {
            return decide();
        }
        if (screenings.isEmpty() || drawn < 4) {
            return begin();
        }
        return step(screenings.get(random.nextInt(screenings.size())));
    }

    private ListEvent load() {
        ConsolidatedList version = version();
        ListVersionLoaded loaded = held.size() < MAX_HELD && random.nextInt(2) == 0
                ? ListSamples.loaded(
                        version, standing, ListComparison.delta(standing, version), HoldReason.OLDER_THAN_CURRENT)
                : ListSamples.loaded(version, standing, ListComparison.delta(standing, version));
        if (loaded.reasons().isEmpty()) {
            standing = version;
        } else {
            held.add(version);
        }
        return loaded;
    }

    private ConsolidatedList version() {
        List<ListEntry> entries = IntStream.rangeClosed(1, ENTRIES)
                .filter(_ -> random.nextInt(8) > 0)
                .mapToObj(number -> ListSamples.entry(number, "content " + random.nextInt(CONTENTS)))
                .toList();
        return new ConsolidatedList(
                ListSamples.sha256("version " + made++), "2026-01-01T00:00:00Z", entries.size(), entries);
    }

    private ListEvent decide() {
        ConsolidatedList version = held.remove(random.nextInt(held.size()));
        if (random.nextInt(4) == 0) {
            return new ListVersionRejected(ListRecord.LIST, version.sha256(), "Not of the Committee.");
        }
        ConsolidatedList before = standing;
        standing = version;
        return new ListVersionReleased(
                ListRecord.LIST,
                version.sha256(),
                "Checked.",
                before == null ? null : before.sha256(),
                ListComparison.delta(before, version));
    }

    private ScreeningEvent begin() {
        Drawn one = new Drawn(
                new FilingId(uuid()),
                STATES.get(random.nextInt(STATES.size())),
                new SubjectRef(new UUID(0x4000L, 0x8000_0000_0000_0000L | random.nextInt(SUBJECTS))));
        screenings.add(one);
        return switch (random.nextInt(4)) {
            case 0 -> failed(one);
            case 1 ->
                new ScreeningRequested(
                        one.state, one.id, one.subject, SubjectKind.PERSON, Question.DESIGNATION, trigger(one));
            default -> hits(one);
        };
    }

    private ScreeningEvent step(Drawn one) {
        return switch (one.stage) {
            case BEGUN -> random.nextInt(4) == 0 ? failed(one) : hits(one);
            case OPEN -> proposed(one);
            case PROPOSED -> random.nextInt(4) == 0 ? returned(one) : confirmed(one);
            case CONFIRMED -> random.nextInt(3) == 0 ? reopened(one) : begin();
        };
    }

    private static ScreeningEvent failed(Drawn one) {
        return new ScreeningFailed(one.state, one.id, one.subject, "TIMEOUT", null);
    }

    private ScreeningEvent hits(Drawn one) {
        one.stage = Stage.OPEN;
        List<Candidate> candidates = random.ints(1 + random.nextInt(3), 1, ENTRIES + 1)
                .distinct()
                .mapToObj(this::candidate)
                .toList();
        return new ScreeningHitsRecorded(
                one.state,
                one.id,
                one.subject,
                SubjectKind.PERSON,
                Question.DESIGNATION,
                trigger(one),
                Screener.YENTE,
                null,
                SETTINGS,
                candidates,
                List.of());
    }

    private Candidate candidate(int number) {
        ListEntry entry = ListSamples.entry(number, "");
        String name = random.nextInt(3) == 0 ? "unsc-" + entry.dataId() : entry.reference();
        return new Candidate(name, entry.dataId(), BigDecimal.ONE, true, new TreeMap<>());
    }

    /** Stated with the first event that states any, and the same ever after. */
    private Trigger trigger(Drawn one) {
        Trigger known = one.trigger;
        Trigger stated = known != null ? known : random.nextInt(4) == 0 ? Trigger.SUBJECT_CHANGE : Trigger.PERIODIC;
        one.trigger = stated;
        return stated;
    }

    private ScreeningEvent proposed(Drawn one) {
        List<Drawn> standing = screenings.stream()
                .filter(other -> other.stage == Stage.CONFIRMED && other != one)
                .toList();
        one.stage = Stage.PROPOSED;
        one.supersedes =
                standing.isEmpty() || random.nextBoolean() ? null : standing.get(random.nextInt(standing.size())).id;
        return new ScreeningVerdictProposed(
                one.state,
                one.id,
                Disposition.FALSE_POSITIVE,
                List.of(),
                null,
                null,
                null,
                List.of(),
                "a",
                one.supersedes,
                null);
    }

    private static ScreeningEvent returned(Drawn one) {
        one.stage = Stage.OPEN;
        return new ScreeningVerdictReturned(one.state, one.id, "a", "b", "Too short.", one.supersedes);
    }

    private static ScreeningEvent confirmed(Drawn one) {
        one.stage = Stage.CONFIRMED;
        return new ScreeningVerdictConfirmed(one.state, one.id, Disposition.FALSE_POSITIVE, "a", "b", one.supersedes);
    }

    private static ScreeningEvent reopened(Drawn one) {
        one.stage = Stage.OPEN;
        return new ScreeningReopened(
                one.state, one.id, ReopeningCause.SUBJECT_CHANGE, null, List.of(), "What is known changed.");
    }

    private UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63);
    }
}

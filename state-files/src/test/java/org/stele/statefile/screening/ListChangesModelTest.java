package org.stele.statefile.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.statefile.screening.ScreeningSamples.LIST;
import static org.stele.statefile.screening.ScreeningSamples.id;
import static org.stele.statefile.screening.ScreeningSamples.loaded;
import static org.stele.statefile.screening.ScreeningSamples.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ListEvent;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListStatus;

/**
 * What follows from changes of a list, beside the same found by comparing the entries of the versions that stood, one after the other.
 * Versions are held, overtaken by others, and released late. Each subject is screened once.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListChangesModelTest {

    private static final long SEED = Long.getLong("seed", 20_261_130);
    private static final int HISTORIES = 300;
    private static final int STEPS = 25;
    private static final List<String> REFERENCES = List.of("KPi.001", "KPi.002", "KPi.003", "KPe.001", "KPe.002");
    private static final Instant BEGIN = Instant.parse("2026-01-02T04:30:00Z");
    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    private final ScreeningSamples norway = new ScreeningSamples(MemberState.NOR);

    /** A version with what each of its entries says. */
    private record Drawn(String name, Map<String, Integer> entries) {}

    /** One subject's only screening; it and the subject have one number. */
    private record Screened(
            int number,
            SubjectKind kind,
            @Nullable String list,
            @Nullable String paired,
            int stood) {}

    private final class History {

        private final SplittableRandom random;
        private final List<Drawn> made = new ArrayList<>();
        private final List<Drawn> stood = new ArrayList<>();
        private final List<Drawn> held = new ArrayList<>();
        private final List<Screened> screened = new ArrayList<>();
        private final List<ScreeningReading> readings = new ArrayList<>();
        private ListVersions lists = ListVersions.NONE;
        private long position;

        History(long seed) {
            this.random = new SplittableRandom(seed);
        }

        void step() {
            int drawn = random.nextInt(6);
            if (drawn == 0 || stood.isEmpty()) {
                load();
            } else if (drawn == 1 && !held.isEmpty()) {
                decide();
            } else {
                screen();
            }
        }

        private void load() {
            Map<String, Integer> entries = new TreeMap<>();
            REFERENCES.stream()
                    .filter(_ -> random.nextInt(4) > 0)
                    .forEach(reference -> entries.put(reference, random.nextInt(2)));
            Drawn drawn = new Drawn("version " + made.size(), entries);
            boolean isHeld = random.nextBoolean();
            record(loaded(
                    drawn.name(),
                    stood.isEmpty() ? null : stood.getLast().name(),
                    delta(drawn),
                    isHeld ? ListStatus.HELD : ListStatus.CURRENT,
                    entries.keySet().toArray(String[]::new)));
            made.add(drawn);
            (isHeld ? held : stood).add(drawn);
        }

        private void decide() {
            Drawn drawn = held.remove(random.nextInt(held.size()));
            if (random.nextInt(4) == 0) {
                record(new ListVersionRejected(LIST, version(drawn.name()), "Not of the Committee."));
            } else {
                record(new ListVersionReleased(
                        LIST,
                        version(drawn.name()),
                        "Checked.",
                        version(stood.getLast().name()),
                        delta(drawn)));
                stood.add(drawn);
            }
        }

        private @Nullable ListDelta delta(Drawn next) {
            if (stood.isEmpty()) {
                return null;
            }
            Map<String, Integer> before = stood.getLast().entries();
            return new ListDelta(
                    next.entries().keySet().stream()
                            .filter(one -> !before.containsKey(one))
                            .toList(),
                    before.keySet().stream()
                            .filter(one -> !next.entries().containsKey(one))
                            .toList(),
                    next.entries().keySet().stream()
                            .filter(one -> before.containsKey(one)
                                    && !before.get(one).equals(next.entries().get(one)))
                            .toList(),
                    0);
        }

        private void screen() {
            int number = screened.size() + 1;
            String list = random.nextInt(4) == 0
                    ? null
                    : made.get(random.nextInt(made.size())).name();
            boolean isPaired = random.nextBoolean();
            String entry = REFERENCES.get(random.nextInt(REFERENCES.size()));
            SubjectKind kind = isPaired || random.nextBoolean() ? SubjectKind.PERSON : SubjectKind.ENTITY;
            List<CaseEvent> events = isPaired
                    ? List.of(
                            norway.hits(number, number, list, entry),
                            norway.proposed(number, Disposition.FALSE_POSITIVE, entry),
                            norway.confirmed(number, Disposition.FALSE_POSITIVE))
                    : List.of(norway.cleared(number, number, kind, list));
            ScreeningCase history = null;
            for (CaseEvent event : events) {
                position++;
                ScreeningStep<?> step = new ScreeningStep<>(position, BEGIN.plusSeconds(position), event);
                history = history == null ? ScreeningCase.of(step) : history.with(step);
            }
            readings.add(ScreeningReading.of(Objects.requireNonNull(history)));
            screened.add(new Screened(number, kind, list, isPaired ? entry : null, stood.size() - 1));
        }

        private void record(ListEvent event) {
            position++;
            lists = lists.with(position, BEGIN.plusSeconds(position), event);
        }

        private Screenings now() {
            return Screenings.of(readings, lists, new ScreeningCut(position, LATER), Audience.AUDIT);
        }

        /** Which of the versions that stood was searched; -1 where none is known to have been. */
        private int searched(Screened one) {
            for (int i = 0; i < stood.size(); i++) {
                if (stood.get(i).name().equals(one.list())) {
                    return i;
                }
            }
            return -1;
        }

        /** The entries that were not in the version before, in one after the searched, and are in the last. */
        private List<String> due() {
            List<String> due = new ArrayList<>();
            for (Screened one : screened) {
                TreeSet<String> added = new TreeSet<>();
                for (int i = Math.max(0, searched(one)) + 1; i < stood.size(); i++) {
                    for (String reference : stood.get(i).entries().keySet()) {
                        if (!stood.get(i - 1).entries().containsKey(reference)
                                && stood.getLast().entries().containsKey(reference)
                                && reference.startsWith("KPi") == (one.kind() == SubjectKind.PERSON)) {
                            added.add(reference);
                        }
                    }
                }
                if (!added.isEmpty()) {
                    due.add(one.number() + " " + added);
                }
            }
            return due;
        }

        /** Pairs whose entry every later version has as the one before, if that one has it. */
        private List<String> pairings() {
            List<String> hold = new ArrayList<>();
            for (Screened one : screened) {
                int since = searched(one) < 0 ? one.stood() : searched(one);
                boolean isChanged = false;
                for (int i = since + 1; i < stood.size(); i++) {
                    Integer before = stood.get(i - 1).entries().get(one.paired() == null ? "" : one.paired());
                    isChanged |= before != null
                            && !before.equals(stood.get(i).entries().get(one.paired()));
                }
                if (one.paired() != null && !isChanged) {
                    hold.add(one.number() + " " + one.paired());
                }
            }
            return hold;
        }
    }

    @Test
    void due_subjects_and_pairings_are_those_that_the_versions_themselves_tell() {
        int due = 0;
        for (int history = 0; history < HISTORIES; history++) {
            long seed = SEED + history;
            History drawn = new History(seed);
            for (int i = 0; i < STEPS; i++) {
                drawn.step();
                Screenings now = drawn.now();
                assertThat(now.due().stream()
                                .map(one -> number(one) + " " + new TreeSet<>(one.added()))
                                .toList())
                        .as("due, -Dseed=%s, after step %s", seed, i)
                        .isEqualTo(drawn.due());
                assertThat(now.pairings().stream()
                                .map(one -> number(one) + " " + one.entry())
                                .toList())
                        .as("pairings, -Dseed=%s, after step %s", seed, i)
                        .isEqualTo(drawn.pairings());
                due += now.due().size();
            }
        }
        assertThat(due).as("subjects that were due").isGreaterThan(HISTORIES);
    }

    private static int number(DueForScreening due) {
        return number(due.screening());
    }

    private static int number(Pairing pairing) {
        return number(pairing.screening());
    }

    private static int number(FilingId screening) {
        int number = 1;
        while (!id(number).equals(screening)) {
            number++;
        }
        return number;
    }
}

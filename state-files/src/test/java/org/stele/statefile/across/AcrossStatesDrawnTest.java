package org.stele.statefile.across;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.events.MemberState;
import org.stele.events.PersonsCategory;
import org.stele.events.screening.Question;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.change.Changes;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.status.StateView;

/** The rule across States is what a slow model of it finds, and whatever differs has a cause. Takes its seed as {@code -Dseed}. */
class AcrossStatesDrawnTest {

    private static final MemberState[] STATES = {MemberState.AND, MemberState.MCO, MemberState.SMR, MemberState.LIE};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_is_what_a_slow_model_finds_at_any_dates_and_size_and_every_difference_has_a_cause(int drawn) {
        Random random = new Random(Long.getLong("seed", 1718) + drawn);
        Filings filings = drawn(random);
        List<LedgerEvent> events = filings.events();
        SubjectIndex index = filings.index(Filed.KEY);
        int found = 0;
        Map<MemberState, StateView> before = new EnumMap<>(MemberState.class);
        Map<MemberState, StateFile> filesBefore = Map.of();
        for (int i = 0; i < 120; i++) {
            long size = random.nextInt(events.size() + 1);
            LocalDate knownOn = day(random);
            LocalDate effectiveOn = random.nextBoolean() ? knownOn : day(random);
            Map<MemberState, StateFile> files = filings.files(size);
            AcrossStates across = new AcrossStates(() -> index, size, files::get);

            TreeSet<String> pairs = new TreeSet<>(Filings.pairs(files, across, effectiveOn, knownOn));

            assertThat(pairs)
                    .as("%s: %s %s %s", drawn, effectiveOn, knownOn, size)
                    .containsExactlyElementsOf(
                            new SlowModel(events.subList(0, (int) size), effectiveOn, knownOn).pairs());
            found += pairs.size();
            for (MemberState state : STATES) {
                StateView view = StateView.of(requireNonNull(files.get(state)), effectiveOn, knownOn, across);
                StateView earlier = before.put(state, view);
                if (earlier != null) {
                    Changes changes = Changes.between(
                            requireNonNull(filesBefore.get(state)), earlier, requireNonNull(files.get(state)), view);
                    assertThat(changes.differences().isEmpty() || changes.isCaused())
                            .as("%s", changes)
                            .isTrue();
                }
            }
            filesBefore = files;
        }
        assertThat(found).isGreaterThan(500);
    }

    private static Filings drawn(Random random) {
        Filings filings = new Filings();
        List<Integer> notices = new ArrayList<>();
        List<MemberState> owners = new ArrayList<>();
        List<Integer> screenings = new ArrayList<>();
        LocalDate today = LocalDate.of(2020, 6, 1);
        for (int i = 0; i < 120; i++) {
            today = today.plusDays(random.nextInt(4));
            filings.on(today.toString());
            MemberState state = STATES[random.nextInt(STATES.length)];
            int id = owners.size();
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> {
                    owners.add(state);
                    notices.add(id);
                    filings.notice(
                            state,
                            id,
                            random.nextInt(8) == 0 ? PersonsCategory.DEPENDANT : PersonsCategory.WORKER,
                            destination(random),
                            day(random).toString(),
                            today.minusDays(random.nextInt(90)).toString(),
                            tags(random));
                }
                case 3, 4 -> {
                    if (!notices.isEmpty()) {
                        int one = notices.get(random.nextInt(notices.size()));
                        filings.corrected(
                                owners.get(one),
                                one,
                                i + 2,
                                destination(random),
                                today.minusDays(random.nextInt(60)),
                                tags(random));
                    }
                }
                case 5 -> {
                    if (notices.size() > 3) {
                        int one = notices.remove(random.nextInt(notices.size()));
                        filings.withdrawn(owners.get(one), one);
                    }
                }
                case 6, 7 -> {
                    owners.add(state);
                    screenings.add(id);
                    filings.requested(state, id, Question.values()[random.nextInt(2)], "p" + random.nextInt(7));
                    if (random.nextInt(4) > 0) {
                        filings.confirmed(
                                state,
                                id,
                                random.nextInt(3) == 0 ? screenings.get(random.nextInt(screenings.size())) : null);
                    }
                }
                default -> {
                    if (!screenings.isEmpty()) {
                        int one = screenings.get(random.nextInt(screenings.size()));
                        filings.reopened(owners.get(one), one);
                    }
                }
            }
        }
        return filings;
    }

    private static String destination(Random random) {
        int drawn = random.nextInt(STATES.length * 3);
        return drawn < STATES.length ? STATES[drawn].iso3() : "PRK";
    }

    private static String[] tags(Random random) {
        return random.ints(random.nextInt(3), 0, 7)
                .distinct()
                .mapToObj(tag -> "p" + tag)
                .toArray(String[]::new);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2020, 5, 1).plusDays(random.nextInt(330));
    }
}

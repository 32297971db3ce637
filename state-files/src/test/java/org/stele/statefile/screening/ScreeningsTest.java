package org.stele.statefile.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.statefile.screening.ScreeningSamples.LIST;
import static org.stele.statefile.screening.ScreeningSamples.id;
import static org.stele.statefile.screening.ScreeningSamples.loaded;
import static org.stele.statefile.screening.ScreeningSamples.subject;
import static org.stele.statefile.screening.ScreeningSamples.version;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListStatus;
import org.stele.statefile.screening.ListVersions.Standing;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningsTest {

    /** Shortly before midnight in New York; each event is recorded an hour after the one before. */
    private static final Instant BEGIN = Instant.parse("2026-01-02T04:30:00Z");

    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    private final ScreeningSamples norway = new ScreeningSamples(MemberState.NOR);
    private final ScreeningSamples sweden = new ScreeningSamples(MemberState.SWE);
    private final Map<FilingId, ScreeningCase> cases = new LinkedHashMap<>();
    private ListVersions lists = ListVersions.NONE;
    private long position;

    @Test
    void a_screening_stands_as_its_events_say_at_every_size_and_on_every_day() {
        record(norway.verdict(1, 1, "A", Disposition.FALSE_POSITIVE, "KPi.001"));
        record(norway.reopened(1, ReopeningCause.LIST_CHANGE, "KPi.001"));

        assertThat(List.of(status(1), status(2), status(3), status(4), status(5)))
                .containsExactly(
                        ScreeningStatus.REQUESTED,
                        ScreeningStatus.HITS_FOUND,
                        ScreeningStatus.PROPOSED,
                        ScreeningStatus.CONFIRMED,
                        ScreeningStatus.REOPENED);
        assertThat(at(5, LocalDate.of(2026, 1, 1), Audience.AUDIT)
                        .all()
                        .getFirst()
                        .status())
                .isEqualTo(ScreeningStatus.REQUESTED);
        assertThat(at(5, LocalDate.of(2025, 12, 31), Audience.AUDIT).all()).isEmpty();
        assertThat(now().all().getFirst().standing()).isNull();
    }

    @Test
    void a_screening_is_given_whole_to_audit_custody_and_its_state_and_a_confirmed_verdict_to_the_committee() {
        record(norway.verdict(1, 1, "A", Disposition.FALSE_POSITIVE, "KPi.001"));
        record(norway.requested(2, 2));

        assertThat(at(position, LATER, Audience.AUDIT).all()).hasSize(2);
        assertThat(at(position, LATER, Audience.CUSTODY).all()).hasSize(2);
        assertThat(at(position, LATER, Audience.of(MemberState.NOR)).all()).hasSize(2);
        assertThat(at(position, LATER, Audience.of(MemberState.SWE)).all()).isEmpty();
        assertThat(at(position, LATER, Audience.PUBLIC).all()).isEmpty();
        assertThat(at(position, LATER, Audience.MSMT).all()).isEmpty();
        Screenings committee = at(position, LATER, Audience.COMMITTEE);
        assertThat(committee.all()).extracting(ScreeningReading::id).containsExactly(id(1));
        assertThat(committee.lens(committee.all().getFirst())).isEqualTo(ScreeningLens.VERDICT);
        assertThat(committee.pairings()).isEmpty();
    }

    @Test
    void subjects_are_due_when_an_entry_of_their_kind_was_added_since_their_last_screening() {
        record(loaded("A", null, null, "KPi.001"));
        record(norway.cleared(1, 1, SubjectKind.PERSON, "A"));
        record(norway.cleared(2, 2, SubjectKind.ENTITY, "A"));
        record(norway.cleared(3, 3, SubjectKind.PERSON, null));
        record(norway.cleared(4, 4, SubjectKind.VESSEL, "A"));
        record(sweden.cleared(5, 1, SubjectKind.PERSON, "A"));
        assertThat(now().due()).isEmpty();

        record(loaded("B", "A", delta(List.of("KPi.002"), List.of(), List.of()), "KPi.001", "KPi.002"));
        assertThat(now().due()).extracting(DueForScreening::screening).containsExactly(id(1), id(3), id(5));
        assertThat(now().due().getFirst().added()).containsExactly("KPi.002");
        assertThat(now().due().get(1).screenedAgainst()).isNull();

        record(norway.cleared(6, 1, SubjectKind.PERSON, "B"));
        record(loaded("C", "B", delta(List.of(), List.of("KPi.002"), List.of()), "KPi.001"));
        assertThat(now().due()).isEmpty();
        assertThat(at(position - 1, LATER, Audience.AUDIT).due())
                .extracting(DueForScreening::screening)
                .containsExactly(id(3), id(5));
    }

    @Test
    void a_held_version_makes_nobody_due_until_it_is_released() {
        record(loaded("A", null, null, "KPi.001"));
        record(norway.cleared(1, 1, SubjectKind.PERSON, "A"));
        ListDelta delta = delta(List.of("KPi.002"), List.of(), List.of());
        record(loaded("B", "A", delta, ListStatus.HELD, "KPi.001", "KPi.002"));
        record(loaded("C", "A", delta, ListStatus.HELD, "KPi.001", "KPi.002"));

        assertThat(now().due()).isEmpty();
        record(new ListVersionRejected(LIST, version("C"), "not of the Committee"));
        assertThat(now().due()).isEmpty();
        record(new ListVersionReleased(LIST, version("B"), "it is right", version("A"), delta));
        assertThat(now().due()).hasSize(1);
        assertThat(now().lists().all().stream().map(now().lists()::standing))
                .containsExactly(Standing.REPLACED, Standing.CURRENT, Standing.REJECTED);
        assertThat(at(position - 1, LATER, Audience.PUBLIC).lists().all().stream()
                        .map(at(position - 1, LATER, Audience.PUBLIC).lists()::standing))
                .containsExactly(Standing.CURRENT, Standing.HELD, Standing.REJECTED);
    }

    @Test
    void a_pairing_holds_until_its_entry_or_its_subject_changes() {
        record(loaded("A", null, null, "KPi.001", "KPi.002"));
        record(norway.verdict(1, 1, "A", Disposition.FALSE_POSITIVE, "KPi.001", "KPi.002"));
        record(norway.verdict(2, 2, "A", Disposition.FALSE_POSITIVE, "KPi.001"));
        record(norway.verdict(3, 3, "A", Disposition.TRUE_MATCH, "KPi.001"));
        assertThat(pairs()).containsExactly("1 KPi.001", "1 KPi.002", "2 KPi.001");

        record(loaded("B", "A", delta(List.of(), List.of(), List.of("KPi.001")), "KPi.001", "KPi.002"));
        assertThat(pairs()).containsExactly("1 KPi.002");
        record(norway.reopened(1, ReopeningCause.LIST_CHANGE, "KPi.001"));
        assertThat(pairs()).containsExactly("1 KPi.002");
        record(norway.reopened(1, ReopeningCause.SUBJECT_CHANGE));
        assertThat(pairs()).isEmpty();
        assertThat(at(5, LATER, Audience.AUDIT).pairings()).hasSize(2);
    }

    @Test
    void the_last_confirmed_word_on_a_subject_and_an_entry_counts() {
        record(loaded("A", null, null, "KPi.001"));
        record(norway.verdict(1, 1, "A", Disposition.FALSE_POSITIVE, "KPi.001"));
        record(norway.verdict(2, 1, "A", Disposition.TRUE_MATCH, "KPi.001"));

        assertThat(pairs()).isEmpty();
    }

    @Test
    void two_results_of_one_subject_are_compared_with_what_happened_to_the_list_between() {
        record(loaded("A", null, null, "KPi.001"));
        record(norway.hits(1, 1, "A", "KPi.001"));
        record(loaded("B", "A", delta(List.of("KPi.002"), List.of("KPi.001"), List.of()), "KPi.002"));
        record(norway.hits(2, 1, "B", "KPi.002"));
        record(norway.hits(3, 2, "B", "KPi.002"));

        List<ScreeningReading> all = now().all();
        Lookback lookback = Objects.requireNonNull(now().lookback(all.get(1), all.get(0)));
        assertThat(lookback.changed()).containsExactly("listVersion");
        assertThat(lookback.entries())
                .extracting(entry -> entry.entry() + " " + entry.listChange())
                .containsExactly("KPi.001 REMOVED", "KPi.002 ADDED");
        assertThat(lookback.entries().getFirst().laterScore()).isNull();
        assertThat(now().lookback(all.get(1), all.get(2))).isNull();
    }

    private static ListDelta delta(List<String> added, List<String> removed, List<String> amended) {
        return new ListDelta(added, removed, amended, 0);
    }

    private List<String> pairs() {
        return now().pairings().stream()
                .map(pairing -> number(pairing) + " " + pairing.entry())
                .toList();
    }

    private static int number(Pairing pairing) {
        return List.of(1, 2, 3).stream()
                .filter(number -> subject(number).equals(pairing.subject()))
                .findFirst()
                .orElseThrow();
    }

    private ScreeningStatus status(long treeSize) {
        return at(treeSize, LATER, Audience.AUDIT).all().getFirst().status();
    }

    private Screenings now() {
        return at(position, LATER, Audience.AUDIT);
    }

    private Screenings at(long treeSize, LocalDate day, Audience audience) {
        return Screenings.of(
                cases.values().stream().map(ScreeningReading::of).toList(),
                lists,
                new ScreeningCut(treeSize, day),
                audience);
    }

    private void record(List<CaseEvent> events) {
        events.forEach(this::record);
    }

    private void record(CaseEvent event) {
        position++;
        ScreeningStep<?> step = new ScreeningStep<>(position, recordedAt(), event);
        cases.merge(event.screening(), ScreeningCase.of(step), (before, _) -> before.with(step));
    }

    private void record(ListEvent event) {
        position++;
        lists = lists.with(position, recordedAt(), event);
    }

    private Instant recordedAt() {
        return BEGIN.plus(Duration.ofHours(position - 1));
    }
}

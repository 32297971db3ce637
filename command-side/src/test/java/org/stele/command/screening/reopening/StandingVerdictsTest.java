package org.stele.command.screening.reopening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.screening.list.ListSamples.loaded;
import static org.stele.command.screening.list.ListSamples.version;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.SETTINGS;
import static org.stele.command.testing.Samples.SUBJECT;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.command.screening.list.ConsolidatedList;
import org.stele.command.screening.list.ListRecord;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreeningEvent;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingVerdictsTest {

    private static final ConsolidatedList FIRST = version("first", "2026-01-01T00:00:00Z");
    private static final ConsolidatedList SECOND = version("second", "2026-02-01T00:00:00Z");
    private static final ScreeningEvent LOADED = loaded(FIRST, null, null);
    private static final FilingId THIRD_FILING = FilingId.parse("a7e57a70-0000-4000-8000-000000000003");
    private static final SubjectRef OTHER_SUBJECT = SubjectRef.parse("5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c74");

    @Test
    void a_verdict_on_an_amended_or_removed_entry_is_reopened_with_those_entries() {
        List<Reopening> due = after(
                LOADED,
                hits(FILING, "KPi.001", "KPi.002", "KPi.003"),
                confirmed(FILING),
                changed(List.of("KPi.003"), List.of("KPi.001")));

        assertThat(due)
                .containsExactly(Reopening.ofList(NORWAY, FILING, 1, SECOND.sha256(), List.of("KPi.001", "KPi.003")));
    }

    @Test
    void added_and_immaterial_entries_and_those_of_nobody_reopen_nothing() {
        ScreeningEvent added = loaded(SECOND, FIRST, new ListDelta(List.of("KPi.001"), List.of(), List.of(), 7));

        assertThat(after(LOADED, hits(FILING, "KPi.001"), confirmed(FILING), added))
                .isEmpty();
        assertThat(after(LOADED, hits(FILING, "KPi.001"), confirmed(FILING), changed(List.of(), List.of("KPi.002"))))
                .isEmpty();
    }

    @Test
    void only_a_verdict_that_is_confirmed_and_stands_is_reopened() {
        ScreeningEvent change = changed(List.of(), List.of("KPi.001"));
        ScreeningEvent reopened = new ScreeningReopened(
                NORWAY, FILING, ReopeningCause.LIST_CHANGE, SECOND.sha256(), List.of("KPi.001"), "Amended.");

        assertThat(after(LOADED, hits(FILING, "KPi.001"), change)).isEmpty();
        assertThat(after(LOADED, hits(FILING, "KPi.001"), proposed(FILING, null), change))
                .isEmpty();
        assertThat(after(LOADED, hits(FILING, "KPi.001"), change, confirmed(FILING)))
                .isEmpty();
        assertThat(after(LOADED, hits(FILING, "KPi.001"), confirmed(FILING), reopened, change))
                .isEmpty();
        assertThat(after(LOADED, hits(FILING, "KPi.001"), confirmed(FILING), change, reopened))
                .isEmpty();
        assertThat(after(
                        LOADED,
                        hits(FILING, "KPi.001"),
                        confirmed(FILING),
                        hits(OTHER_FILING, "KPi.001"),
                        proposed(OTHER_FILING, FILING),
                        confirmed(OTHER_FILING),
                        change))
                .extracting(Reopening::screening)
                .containsExactly(OTHER_FILING);
    }

    @Test
    void a_held_version_reopens_nothing_until_it_is_released() {
        ListDelta delta = new ListDelta(List.of(), List.of(), List.of("KPi.001"), 0);
        ScreeningEvent held = loaded(SECOND, FIRST, delta, HoldReason.COUNT_MOVED);
        ScreeningEvent released =
                new ListVersionReleased(ListRecord.LIST, SECOND.sha256(), "Checked.", FIRST.sha256(), delta);

        assertThat(after(LOADED, hits(FILING, "KPi.001"), confirmed(FILING), held))
                .isEmpty();
        assertThat(after(LOADED, hits(FILING, "KPi.001"), confirmed(FILING), held, released))
                .hasSize(1);
    }

    @Test
    void an_entry_that_its_result_could_not_name_is_found_by_its_dataid() {
        ScreeningEvent hits = hits(
                NORWAY,
                FILING,
                SUBJECT,
                Trigger.PERIODIC,
                new Candidate("unsc-9000001", 9_000_001L, BigDecimal.ONE, true, new TreeMap<>()));

        assertThat(after(LOADED, hits, confirmed(FILING), changed(List.of("KPi.001"), List.of())))
                .containsExactly(Reopening.ofList(NORWAY, FILING, 1, SECOND.sha256(), List.of("unsc-9000001")));
        assertThat(after(LOADED, hits, confirmed(FILING), changed(List.of("KPi.002"), List.of())))
                .isEmpty();
    }

    @Test
    void a_change_of_the_subject_reopens_its_verdicts_in_its_state_once() {
        ScreeningEvent ofOther = hits(NORWAY, OTHER_FILING, OTHER_SUBJECT, Trigger.PERIODIC, candidate("KPi.001"));
        ScreeningEvent asked = requested(NORWAY, Trigger.SUBJECT_CHANGE);

        assertThat(after(LOADED, hits(FILING, "KPi.001"), confirmed(FILING), ofOther, confirmed(OTHER_FILING), asked))
                .containsExactly(Reopening.ofSubject(NORWAY, FILING, 1, THIRD_FILING));
        assertThat(after(LOADED, hits(FILING, "KPi.001"), confirmed(FILING), requested(NORWAY, Trigger.PERIODIC)))
                .isEmpty();
        assertThat(after(LOADED, hits(FILING, "KPi.001"), confirmed(FILING), requested(SWEDEN, Trigger.SUBJECT_CHANGE)))
                .isEmpty();
        assertThat(after(
                        asked,
                        hits(FILING, "KPi.001"),
                        confirmed(FILING),
                        hits(NORWAY, THIRD_FILING, SUBJECT, Trigger.SUBJECT_CHANGE, candidate("KPi.001"))))
                .isEmpty();
        assertThat(after(
                        hits(FILING, "KPi.001"),
                        confirmed(FILING),
                        hits(NORWAY, THIRD_FILING, SUBJECT, Trigger.SUBJECT_CHANGE, candidate("KPi.001"))))
                .hasSize(1);
    }

    private static List<Reopening> after(ScreeningEvent... events) {
        StandingVerdicts verdicts = new StandingVerdicts();
        Arrays.stream(events).forEach(verdicts::apply);
        return List.copyOf(verdicts.due());
    }

    private static ScreeningEvent changed(List<String> removed, List<String> amended) {
        return loaded(SECOND, FIRST, new ListDelta(List.of(), removed, amended, 0));
    }

    private static Candidate candidate(String entry) {
        return new Candidate(entry, null, BigDecimal.ONE, true, new TreeMap<>());
    }

    private static ScreeningEvent hits(FilingId id, String... entries) {
        return hits(
                NORWAY,
                id,
                SUBJECT,
                Trigger.PERIODIC,
                Arrays.stream(entries).map(StandingVerdictsTest::candidate).toArray(Candidate[]::new));
    }

    private static ScreeningEvent hits(
            MemberState state, FilingId id, SubjectRef subject, Trigger trigger, Candidate... candidates) {
        return new ScreeningHitsRecorded(
                state,
                id,
                subject,
                SubjectKind.PERSON,
                Question.DESIGNATION,
                trigger,
                Screener.STELE,
                FIRST.sha256(),
                SETTINGS,
                List.of(candidates),
                List.of());
    }

    private static ScreeningEvent requested(MemberState state, Trigger trigger) {
        return new ScreeningRequested(state, THIRD_FILING, SUBJECT, SubjectKind.PERSON, Question.DESIGNATION, trigger);
    }

    private static ScreeningEvent confirmed(FilingId id) {
        return new ScreeningVerdictConfirmed(NORWAY, id, Disposition.FALSE_POSITIVE, "a", "b", null);
    }

    private static ScreeningEvent proposed(FilingId id, @Nullable FilingId supersedes) {
        return new ScreeningVerdictProposed(
                NORWAY, id, Disposition.FALSE_POSITIVE, List.of(), null, null, null, List.of(), "a", supersedes, null);
    }
}

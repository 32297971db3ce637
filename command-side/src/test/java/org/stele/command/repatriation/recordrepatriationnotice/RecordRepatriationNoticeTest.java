package org.stele.command.repatriation.recordrepatriationnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stele.command.repatriation.PersonsOnRecord.SEALER;
import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.PAPER;
import static org.stele.command.testing.Samples.SUBJECT;
import static org.stele.command.testing.Samples.notice;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.repatriation.NoticeRules;
import org.stele.command.testing.SliceTest;
import org.stele.events.EventJson;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.SubjectRef;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;

class RecordRepatriationNoticeTest extends SliceTest {

    RecordRepatriationNoticeTest() {
        super(new RecordRepatriationNoticeSlice().recordRepatriationNotice(SEALER));
    }

    @Test
    void a_notice_is_recorded_as_received_today() {
        RecordRepatriationNotice command = record(signatory(), notice(), null);

        given().when(command).recorded(recorded(command, NORWAY, NOW));
    }

    @Test
    void a_registrar_enters_an_old_notice_of_any_state() {
        RecordRepatriationNotice command = new RecordRepatriationNotice(registrar(), SWEDEN, notice(), LONG_AGO, PAPER);

        given().when(command).recorded(recorded(command, SWEDEN, LONG_AGO));
    }

    @Test
    void a_state_may_state_no_day_but_today() {
        given().when(record(signatory(), notice(), LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void an_interval_that_holds_today_is_another_day() {
        given().when(record(signatory(), notice(), PartialDate.parse("2026"))).forbidden("date-not-allowed");
    }

    @Test
    void a_departure_today_is_recorded_and_one_tomorrow_is_malformed() {
        RecordRepatriationNotice today = record(signatory(), content(NOW, "PRK", List.of()), null);

        given().when(today).recorded(recorded(today, NORWAY, NOW));
        given().when(record(signatory(), content(TOMORROW, "PRK", List.of()), null))
                .malformed("departed");
    }

    @Test
    void a_departure_elsewhere_is_no_repatriation() {
        RecordRepatriationNotice command = record(signatory(), content(LONG_AGO, "CHN", List.of()), null);

        assertThat(command.content().outcome()).isEqualTo(Outcome.DEPARTED_NOT_REPATRIATED);
        given().when(command).recorded(recorded(command, NORWAY, NOW));
    }

    @Test
    void a_departure_to_an_unknown_place_is_no_repatriation() {
        assertThat(content(LONG_AGO, "XXX", List.of()).outcome()).isEqualTo(Outcome.DEPARTED_NOT_REPATRIATED);
    }

    @Test
    void an_outcome_that_does_not_follow_from_the_destination_is_malformed() {
        NoticeContent wrong = new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(1),
                List.of(),
                null,
                LONG_AGO,
                "CHN",
                Outcome.REPATRIATED,
                Mode.AIR,
                null,
                null,
                null);

        given().when(record(signatory(), wrong, null)).malformed("outcome");
    }

    @Test
    void a_destination_that_is_no_country_is_malformed() {
        given().when(record(signatory(), content(LONG_AGO, "ZZZ", List.of()), null))
                .malformed("destination");
    }

    @Test
    void a_thousand_subjects_are_recorded_and_one_more_is_refused() {
        given().when(record(signatory(), content(LONG_AGO, "PRK", subjects(1_000)), null))
                .recordedAs(
                        RepatriationNoticeRecorded.class,
                        notice -> assertThat(subjectsOf(notice)).isEqualTo(subjects(1_000)));
        given().when(record(signatory(), content(LONG_AGO, "PRK", subjects(1_001)), null))
                .malformed("subjects");
    }

    @Test
    void subjects_are_recorded_sealed_for_this_notice_alone() {
        given().when(record(signatory(), content(LONG_AGO, "PRK", List.of(SUBJECT)), null))
                .recordedAs(RepatriationNoticeRecorded.class, notice -> {
                    assertThat(notice.content().subjects()).isEmpty();
                    assertThat(notice.content().count()).isEqualTo(new PersonsCount(1));
                    assertThat(EventJson.MAPPER.writeValueAsString(notice)).doesNotContain(SUBJECT.toString());
                    assertThat(subjectsOf(notice)).containsExactly(SUBJECT);
                    Sealed sealed = Objects.requireNonNull(notice.content().sealedSubjects());
                    assertThatThrownBy(() -> SEALER.open(sealed, OTHER_FILING))
                            .isInstanceOf(GeneralSecurityException.class);
                });
    }

    @Test
    void what_a_notice_rests_on_is_recorded_with_visa_and_sector() {
        RecordRepatriationNotice command = record(signatory(), coded("D-8/2", "construction"), null);

        given().when(command).recorded(recorded(command, NORWAY, NOW));
    }

    @Test
    void a_code_is_up_to_a_hundred_characters_and_no_prose() {
        RecordRepatriationNotice longest = record(signatory(), coded("a".repeat(100), "a"), null);

        given().when(longest).recorded(recorded(longest, NORWAY, NOW));
        given().when(record(signatory(), coded("a".repeat(101), "a"), null)).malformed("visaClass");
        given().when(record(signatory(), coded("a", "Fishing, at sea"), null)).malformed("sector");
    }

    @Test
    void a_subject_is_named_once() {
        given().when(record(signatory(), content(LONG_AGO, "PRK", List.of(SUBJECT, SUBJECT)), null))
                .malformed("subjects");
    }

    @Test
    void a_focal_point_may_not_give_notice() {
        given().when(record(focalPoint(), notice(), null)).notAllowed();
    }

    private static RecordRepatriationNotice record(
            CommandContext entry, NoticeContent content, @Nullable PartialDate received) {
        return new RecordRepatriationNotice(entry, null, content, received, null);
    }

    private static NoticeContent content(PartialDate departed, String destination, List<SubjectRef> subjects) {
        PersonsCount count = new PersonsCount(Math.max(1, subjects.size()));
        return NoticeRules.content(
                PersonsCategory.WORKER, count, subjects, departed, destination, Mode.AIR, null, null, null);
    }

    private static NoticeContent coded(String visaClass, String sector) {
        return NoticeRules.content(
                PersonsCategory.WORKER,
                new PersonsCount(1),
                List.of(),
                LONG_AGO,
                "PRK",
                Mode.AIR,
                NoticeBasis.LEFT,
                visaClass,
                sector);
    }

    private static List<SubjectRef> subjectsOf(RepatriationNoticeRecorded notice) {
        try {
            String opened = SEALER.open(Objects.requireNonNull(notice.content().sealedSubjects()), notice.notice());
            return List.of(EventJson.MAPPER.readValue(opened, SubjectRef[].class));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static List<SubjectRef> subjects(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> new SubjectRef(new UUID(4, index)))
                .toList();
    }

    private static RepatriationNoticeRecorded recorded(
            RecordRepatriationNotice command, MemberState state, PartialDate received) {
        return new RepatriationNoticeRecorded(
                state, command.entry().created(), command.content(), received, command.source());
    }
}

package org.stele.command.repatriation.recordrepatriationnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.PAPER;
import static org.stele.command.testing.Samples.SUBJECT;
import static org.stele.command.testing.Samples.notice;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.repatriation.NoticeRules;
import org.stele.command.testing.SliceTest;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SubjectRef;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;

class RecordRepatriationNoticeTest extends SliceTest {

    RecordRepatriationNoticeTest() {
        super(new RecordRepatriationNoticeSlice().recordRepatriationNotice());
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
        RecordRepatriationNotice most = record(signatory(), content(LONG_AGO, "PRK", subjects(1_000)), null);

        given().when(most).recorded(recorded(most, NORWAY, NOW));
        given().when(record(signatory(), content(LONG_AGO, "PRK", subjects(1_001)), null))
                .malformed("subjects");
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
        return NoticeRules.content(PersonsCategory.WORKER, count, subjects, departed, destination, Mode.AIR);
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

package org.stele.command.repatriation.correctrepatriationnotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.repatriation.PersonsOnRecord.SEALER;
import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.neighbour;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.notice;
import static org.stele.command.testing.Samples.noticed;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.repatriation.NoticeRules;
import org.stele.command.testing.SliceTest;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SubjectRef;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;

class CorrectRepatriationNoticeTest extends SliceTest {

    CorrectRepatriationNoticeTest() {
        super(new CorrectRepatriationNoticeSlice().correctRepatriationNotice(SEALER));
    }

    @Test
    void a_correction_is_the_next_version() {
        given(noticed(NORWAY, FILING)).when(correct(signatory(), null)).recorded(corrected(2, NOW));
        given(noticed(NORWAY, FILING), corrected(2, NOW))
                .when(correct(signatory(), null))
                .recorded(corrected(3, NOW));
    }

    @Test
    void a_registrar_states_the_day_of_an_old_correction() {
        given(noticed(NORWAY, FILING)).when(correct(registrar(), LONG_AGO)).recorded(corrected(2, LONG_AGO));
    }

    @Test
    void a_state_may_state_no_day_but_today() {
        given(noticed(NORWAY, FILING)).when(correct(signatory(), LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void what_is_withdrawn_is_not_corrected() {
        given(noticed(NORWAY, FILING), new RepatriationNoticeWithdrawn(NORWAY, FILING, "a mistake", NOW))
                .when(correct(signatory(), null))
                .tooLateOrEarly("notice-withdrawn");
    }

    @Test
    void another_notice_does_not_count() {
        given(noticed(NORWAY, FILING), new RepatriationNoticeWithdrawn(NORWAY, OTHER_FILING, "a mistake", NOW))
                .when(correct(signatory(), null))
                .recorded(corrected(2, NOW));
    }

    @Test
    void what_another_state_filed_is_not_found() {
        given(noticed(NORWAY, FILING)).when(correct(neighbour(), null)).notFound();
    }

    @Test
    void a_departure_today_is_recorded_and_one_tomorrow_is_malformed() {
        given(noticed(NORWAY, FILING))
                .when(correct(content(NOW, List.of()), "a mistake"))
                .recorded(
                        new RepatriationNoticeCorrected(NORWAY, FILING, 2, content(NOW, List.of()), "a mistake", NOW));
        given(noticed(NORWAY, FILING))
                .when(correct(content(PartialDate.of(TODAY.plusDays(1)), List.of()), "a mistake"))
                .malformed("departed");
    }

    @Test
    void subjects_are_recorded_sealed() {
        List<SubjectRef> subjects = List.of(new SubjectRef(new UUID(1, 1)));

        given(noticed(NORWAY, FILING))
                .when(correct(content(NOW, subjects), "a mistake"))
                .recordedAs(RepatriationNoticeCorrected.class, event -> {
                    assertThat(event.content().subjects()).isEmpty();
                    assertThat(event.content().sealedSubjects()).isNotNull();
                });
    }

    @Test
    void a_correction_says_why_and_without_personal_data() {
        given(noticed(NORWAY, FILING))
                .when(correct(content(NOW, List.of()), " "))
                .malformed("reason");
        given(noticed(NORWAY, FILING))
                .when(correct(content(NOW, List.of()), "Passport 836410105"))
                .forbidden("plain-personal-data");
    }

    private static CorrectRepatriationNotice correct(NoticeContent content, String reason) {
        return new CorrectRepatriationNotice(signatory(), FILING, content, reason, null);
    }

    private static NoticeContent content(PartialDate departed, List<SubjectRef> subjects) {
        return NoticeRules.content(
                PersonsCategory.WORKER, new PersonsCount(1), subjects, departed, "PRK", Mode.RAIL, null, null, null);
    }

    @Test
    void a_focal_point_may_not_correct() {
        given(noticed(NORWAY, FILING)).when(correct(focalPoint(), null)).notAllowed();
    }

    private static CorrectRepatriationNotice correct(CommandContext entry, @Nullable PartialDate received) {
        return new CorrectRepatriationNotice(entry, FILING, notice(), "a mistake", received);
    }

    private static RepatriationNoticeCorrected corrected(int version, PartialDate received) {
        return new RepatriationNoticeCorrected(NORWAY, FILING, version, notice(), "a mistake", received);
    }
}

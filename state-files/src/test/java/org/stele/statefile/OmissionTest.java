package org.stele.statefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.StateEvent;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;

/** An event whose body was removed leaves no fact behind, and what rests on it is left out by name. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OmissionTest {

    private static final MemberState STATE = MemberState.NOR;
    private static final FilingId GONE = FilingId.named("gone");
    private static final FilingId KEPT = FilingId.named("kept");
    private static final PartialDate DAY = PartialDate.parse("2019-05-01");
    private static final LocalDate RECORDED_ON = LocalDate.of(2026, 11, 20);

    private final StateFileBuilder builder = new StateFileBuilder(StateFile.empty(STATE));

    @Test
    void facts_of_a_removed_event_are_gone_and_so_is_what_rests_on_it() {
        apply(1, new RedactedEvent(STATE, 1, 9));
        apply(2, new RepatriationNoticeCorrected(STATE, GONE, 2, content(), "Five.", DAY));
        apply(3, new RepatriationNoticeRecorded(STATE, KEPT, content(), DAY, null));

        StateFile file = builder.toStateFile();
        assertThat(builder.held()).isNull();
        assertThat(file.notices()).extracting(Notice::id).containsExactly(KEPT);
        assertThat(file.omitted()).extracting(OmittedEntry::position).containsExactly(1L, 2L);
        assertThat(file.omitted()).extracting(OmittedEntry::redactedBy).containsExactly(9L, null);
        assertThat(file.upTo(1).omitted()).hasSize(1);
        assertThat(StateFileJson.read(StateFileJson.write(file))).isEqualTo(file);
    }

    @Test
    void a_removed_correction_leaves_the_version_before_it() {
        apply(1, new RepatriationNoticeRecorded(STATE, KEPT, content(), DAY, null));
        apply(2, new RedactedEvent(STATE, 2, 9));

        assertThat(builder.toStateFile().notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.versions()).hasSize(1));
    }

    @Test
    void without_a_removal_what_does_not_fit_is_held_back_and_not_left_out() {
        apply(1, new RepatriationNoticeCorrected(STATE, GONE, 2, content(), "Five.", DAY));

        assertThat(builder.held()).isNotNull();
        assertThat(builder.toStateFile().omitted()).isEmpty();
    }

    private void apply(long position, StateEvent event) {
        builder.apply(new LedgerEvent(position, RECORDED_ON, event));
    }

    private static NoticeContent content() {
        return new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(5),
                List.of(),
                null,
                DAY,
                "PRK",
                Outcome.REPATRIATED,
                Mode.AIR,
                null,
                null,
                null);
    }
}

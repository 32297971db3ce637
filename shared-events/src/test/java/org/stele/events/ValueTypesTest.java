package org.stele.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValueTypesTest {

    private static final CommandId COMMAND = CommandId.parse("6f1c2d3e-4a5b-4c6d-8e7f-901234567890");

    @Test
    void there_are_193_member_states_each_with_its_own_codes() {
        assertThat(MemberState.values()).hasSize(193);
        assertThat(MemberState.values()).extracting(MemberState::iso2).doesNotHaveDuplicates();
        assertThat(MemberState.values()).extracting(MemberState::officialName).doesNotHaveDuplicates();
        assertThat(MemberState.find("PRK")).contains(MemberState.PRK);
    }

    @Test
    void observers_lower_case_and_strangers_are_no_member_states() {
        assertThat(List.of("VAT", "PSE", "rus", "XXX", ""))
                .allSatisfy(code -> assertThat(MemberState.find(code)).isEmpty());
    }

    @Test
    void an_obligation_has_the_dates_of_its_resolution() {
        assertThat(ObligationId.find("REP-FIN")).contains(ObligationId.REP_FIN);
        assertThat(ObligationId.REP_FIN.dueOn()).hasToString("2020-03-22");
        assertThat(ObligationId.find("rep-fin")).isEmpty();
    }

    @Test
    void attestations_answer_reports_and_nothing_else() {
        assertThat(ObligationId.values())
                .filteredOn(ObligationId::isAnsweredByAttestation)
                .extracting(ObligationId::id)
                .containsExactly(
                        "NIR-2270", "NIR-2321", "NIR-2371", "NIR-2375", "NIR-2397", "REP-MID", "REP-FIN", "OTHER");
    }

    @Test
    void counts_are_neither_negative_nor_huge() {
        assertThat(new PersonsCount(0).value()).isZero();
        assertThat(new PersonsCount(PersonsCount.MOST).value()).isEqualTo(10_000_000);
        assertThatThrownBy(() -> new PersonsCount(-1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> new PersonsCount(PersonsCount.MOST + 1)).hasMessageContaining("10,000,001");
    }

    @Test
    void a_uuid_has_one_spelling() {
        assertThat(CommandId.parse("6F1C2D3E-4A5B-4C6D-8E7F-901234567890")).isEqualTo(COMMAND);
        assertThatThrownBy(() -> CommandId.parse("6f1c2d3e-4a5b-4c6d-8e7f-1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CommandId.parse("{6f1c2d3e-4a5b-4c6d-8e7f-901234567890}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_command_of_the_same_scope_names_the_same_filing() {
        assertThat(FilingId.createdBy("RUS", COMMAND)).isEqualTo(FilingId.createdBy("RUS", COMMAND));
        assertThat(FilingId.createdBy("RUS", COMMAND)).isNotEqualTo(FilingId.createdBy("CHN", COMMAND));
    }

    @Test
    void a_role_of_a_state_names_its_state_and_no_other_role_does() {
        assertThat(new Actor("RUS-7", Role.SIGNATORY, MemberState.RUS).toMetadata())
                .containsExactly(
                        java.util.Map.entry("actor", "RUS-7"),
                        java.util.Map.entry("actorRole", "signatory"),
                        java.util.Map.entry("actorState", "RUS"));
        assertThatThrownBy(() -> new Actor("RUS-7", Role.SIGNATORY, null)).hasMessageContaining("signatory");
        assertThatThrownBy(() -> new Actor("REG-1", Role.REGISTRAR, MemberState.RUS))
                .hasMessageContaining("registrar");
    }

    @Test
    void a_notice_that_names_persons_counts_as_many() {
        PersonsCount two = new PersonsCount(2);
        List<SubjectRef> one = List.of(SubjectRef.parse("5b1ec700-0000-4000-8000-000000000007"));

        assertThatThrownBy(() -> new NoticeContent(
                        PersonsCategory.WORKER,
                        two,
                        one,
                        null,
                        PartialDate.parse("2019-12"),
                        "PRK",
                        Outcome.REPATRIATED,
                        Mode.AIR,
                        null,
                        null,
                        null))
                .hasMessageContaining("counts 2 persons and names 1");
    }

    @Test
    void damage_at_one_position_has_one_id() {
        assertThat(CustodyMatter.DAMAGE.idAt(214))
                .isEqualTo(FilingId.parse("adf65e10-2ff7-369d-a49f-a45793ec4000"))
                .isNotEqualTo(CustodyMatter.DAMAGE.idAt(215));
    }
}

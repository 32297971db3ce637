package org.stele.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.Tags;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnRecordsTest {

    private static final QualifiedName SUBMITTED = new QualifiedName("attestation.AttestationSubmitted");
    private static final Tag RECORD = new Tag(Tags.ATTESTATION, "5d1e7c52-6a1b-4c77-9d0e-0d2f4f8a9b11");
    private static final SourcingCondition OF_RECORD =
            SourcingCondition.conditionFor(EventCriteria.havingTags(RECORD).andBeingOneOfTypes(SUBMITTED));

    @Test
    void an_official_reads_what_the_own_State_has_under_an_id_and_nothing_of_another() {
        EventCriteria narrowed = OwnRecords.narrowed(OF_RECORD, "NOR").criteria();

        assertThat(narrowed.matches(SUBMITTED, Set.of(RECORD, new Tag(Tags.MEMBER_STATE, "NOR"))))
                .isTrue();
        assertThat(narrowed.matches(SUBMITTED, Set.of(RECORD, new Tag(Tags.MEMBER_STATE, "MOZ"))))
                .isFalse();
        assertThat(narrowed.matches(new QualifiedName("other.Type"), Set.of(RECORD, new Tag(Tags.MEMBER_STATE, "NOR"))))
                .isFalse();
    }

    @Test
    void a_role_of_no_State_reads_all_of_it() {
        assertThat(OwnRecords.narrowed(OF_RECORD, (String) null)).isSameAs(OF_RECORD);
    }

    @Test
    void what_is_of_no_State_is_read_by_officials_too() {
        SourcingCondition ofList = SourcingCondition.conditionFor(EventCriteria.havingTags(new Tag(Tags.LIST, "1718")));
        SourcingCondition both = SourcingCondition.conditionFor(EventCriteria.either(
                EventCriteria.havingTags(RECORD), EventCriteria.havingTags(new Tag(Tags.LIST, "1718"))));

        assertThat(OwnRecords.narrowed(ofList, "NOR")).isSameAs(ofList);
        assertThat(OwnRecords.narrowed(both, "NOR")).isSameAs(both);
    }

    @Test
    void many_records_stay_one_search() {
        List<EventCriteria> all = IntStream.range(0, 4)
                .mapToObj(i -> (EventCriteria) EventCriteria.havingTags(new Tag(Tags.SCREENING, "screening-" + i)))
                .toList();
        SourcingCondition many = SourcingCondition.conditionFor(EventCriteria.either(all));

        assertThat(OwnRecords.narrowed(many, "NOR")).isSameAs(many);
    }
}

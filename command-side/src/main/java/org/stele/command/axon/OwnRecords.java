package org.stele.command.axon;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.EventTypeRestrictableEventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.stele.events.Actor;
import org.stele.events.Tags;

/**
 * What the decision on a command of a State's official reads of a record: events of that State alone. What another State has is not
 * read, so that it is refused as what is not there, and as soon.
 */
final class OwnRecords {

    /** Each event with one of these is about one State, and carries that State's tag. */
    private static final Set<String> OF_STATES = Set.of(
            Tags.ATTESTATION,
            Tags.ARRIVAL,
            Tags.BASELINE,
            Tags.CLAIM,
            Tags.CLARIFICATION,
            Tags.EVIDENCE,
            Tags.NOTICE,
            Tags.SCREENING,
            Tags.SUPERSEDES);

    /** Many records of one kind are searched for at once, which a second tag would prevent. */
    private static final int MOST_RECORDS = 3;

    private OwnRecords() {}

    /** @param context that of the command */
    static SourcingCondition narrowed(SourcingCondition condition, @Nullable ProcessingContext context) {
        Message command = context == null ? null : Message.fromContext(context);
        return narrowed(condition, command == null ? null : command.metadata().get(Actor.MEMBER_STATE_KEY));
    }

    /** @param own the code of the official's State; null for a role of no State */
    static SourcingCondition narrowed(SourcingCondition condition, @Nullable String own) {
        Set<EventCriterion> asked = condition.criteria().flatten();
        if (own == null || asked.size() > MOST_RECORDS || !asked.stream().allMatch(OwnRecords::isOfRecord)) {
            return condition;
        }
        List<EventCriteria> narrowed =
                asked.stream().map(one -> narrowed(one, own)).toList();
        return SourcingCondition.conditionFor(condition.start(), EventCriteria.either(narrowed));
    }

    private static boolean isOfRecord(EventCriterion one) {
        return one.tags().size() == 1
                && OF_STATES.contains(one.tags().iterator().next().key());
    }

    private static EventCriteria narrowed(EventCriterion one, String own) {
        Set<Tag> tags = new HashSet<>(one.tags());
        tags.add(new Tag(Tags.MEMBER_STATE, own));
        EventTypeRestrictableEventCriteria narrowed = EventCriteria.havingTags(tags);
        return one.types().isEmpty() ? narrowed : narrowed.andBeingOneOfTypes(one.types());
    }
}

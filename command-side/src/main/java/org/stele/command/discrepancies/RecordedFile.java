package org.stele.command.discrepancies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.EventSourcedEntityFactory;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;
import org.stele.command.axon.AxonModule;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.StateEvent;
import org.stele.events.Tags;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.axon.RecordedEvent;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileBuilder;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.lens.Lens;
import org.stele.statefile.status.StateView;

/**
 * Everything on record about one Member State, as a decision about a discrepancy reads it: a discrepancy is no record of its
 * own, but is computed from the others (rules, section 4.5). Whatever is recorded about the State meanwhile has the command
 * decided again.
 */
public abstract class RecordedFile {

    private static final Class<?>[] FOLDED =
            EventTypes.all().stream().filter(StateEvent.class::isAssignableFrom).toArray(Class<?>[]::new);

    private final MemberState memberState;
    private final StateFileBuilder file;
    private long lastPosition;

    protected RecordedFile(MemberState memberState) {
        this.memberState = memberState;
        this.file = StateFileBuilder.withoutMissing(StateFile.empty(memberState));
    }

    /** A slice that decides on the file of the State that its command names. */
    public static <S extends RecordedFile> AxonModule module(
            Object handler, Class<S> state, Function<MemberState, S> empty) {
        return axon -> AxonModule.of(handler)
                .apply(axon.registerEntity(EventSourcedEntityModule.declarative(MemberState.class, state)
                        .messagingModel((config, model) -> model.entityEvolver((before, message, context) -> {
                                    before.add(message, config.getComponent(Converter.class));
                                    return before;
                                })
                                .build())
                        .entityFactory(config -> EventSourcedEntityFactory.fromIdentifier(empty))
                        .criteriaResolver(config -> (memberState, context) ->
                                criteria(memberState, config.getComponent(MessageTypeResolver.class)))
                        .build()));
    }

    static EventCriteria criteria(MemberState memberState, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tags.MEMBER_STATE, memberState.iso3()).andBeingOneOfTypes(types, FOLDED);
    }

    /** The day that counts is the ledger's own; an event that the ledger has not recorded yet has that of its message. */
    void add(EventMessage message, Converter converter) {
        Class<?> type = Objects.requireNonNull(
                EventTypes.find(message.type().name(), message.type().version()), "the criteria name known types");
        Object event = Objects.requireNonNull(message.payloadAs(type, converter), "an event has a payload");
        lastPosition = message instanceof RecordedEvent one ? one.position() : lastPosition + 1;
        Instant at = message instanceof RecordedEvent one ? one.recordedAt() : message.timestamp();
        file.apply(new LedgerEvent(lastPosition, NewYork.dayOf(at), (StateEvent) event));
    }

    /**
     * The discrepancy as an audience sees it in the view of today.
     *
     * @param across what other States' files say of the same subjects; null for an audience that is not told
     * @throws org.stele.command.entry.Rejected where the State has none with this id that the audience sees
     */
    public final Discrepancy require(
            CommandContext entry, FilingId id, Audience audience, @Nullable AcrossStates across) {
        Discrepancy found = find(file.toStateFile(), id, audience, entry.today(), across);
        entry.requireOnRecord("discrepancy", id, found == null ? null : memberState);
        return Objects.requireNonNull(found, "it is on record");
    }

    /** The discrepancy of a file as an audience sees it in the view of a day; null where there is none with this id. */
    public static @Nullable Discrepancy find(
            StateFile file, FilingId id, Audience audience, LocalDate today, @Nullable AcrossStates across) {
        StateFile seen = new Lens(audience).see(file, file, today, today);
        return StateView.of(seen, today, today, across).discrepancies().stream()
                .filter(discrepancy -> discrepancy.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Refuses to answer what the chair has settled. It is open again once its figures are others. */
    public static void requireNotResolved(Discrepancy discrepancy) {
        if (discrepancy.status() == Discrepancy.Status.RESOLVED) {
            throw Rejected.lifecycle(
                    "discrepancy-already-resolved", "It was decided before that the discrepancy is settled.");
        }
    }
}

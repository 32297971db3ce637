package org.stele.command.axon;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.stele.events.FilingId;

/** What one slice registers with Axon: its command handler, and the state on which the command is decided. */
public interface AxonModule extends UnaryOperator<EventSourcingConfigurer> {

    /** A slice that decides on the command alone. */
    static AxonModule of(Object handler) {
        return axon -> axon.registerCommandHandlingModule(
                CommandHandlingModule.named(handler.getClass().getSimpleName())
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(config -> handler));
    }

    /** A slice that decides on the recorded events of one filing. */
    static AxonModule of(Object handler, Class<?> state) {
        return of(handler, FilingId.class, state);
    }

    /** A slice that decides on the recorded events of something that another id names. */
    static AxonModule of(Object handler, Class<?> id, Class<?> state) {
        return axon -> of(handler).apply(axon.registerEntity(EventSourcedEntityModule.autodetected(id, state)));
    }
}

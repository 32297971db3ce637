package org.stele.events.screening;

import org.axonframework.messaging.eventhandling.annotation.Event;

/** A version of a list was loaded. It is about no one State. */
@Event(namespace = "screening", name = "ListVersionLoaded", version = "1")
public record ListVersionLoaded(ListVersion version) implements ScreeningEvent {}

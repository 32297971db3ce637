package org.stele.command.reading;

import org.jspecify.annotations.Nullable;
import org.stele.events.EventJson;
import org.stele.events.StateEvent;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import org.stele.eventstore.event.StoredEvent;

/** Reads stored events in their present form. */
public final class StoredEvents {

    private StoredEvents() {}

    /** An event about a State; null for what is about none, and for a body that is damaged. */
    public static @Nullable StateEvent ofState(StoredEvent stored) {
        if (!stored.isIntact()) {
            return null;
        }
        Upcasting older = Upcasting.find(stored.type(), stored.typeVersion());
        Class<?> type = older == null ? EventTypes.find(stored.type(), stored.typeVersion()) : older.type();
        if (type == null || !StateEvent.class.isAssignableFrom(type)) {
            return null;
        }
        byte[] payload = older == null ? stored.payload() : older.upcast(stored.payload());
        return (StateEvent) EventJson.MAPPER.readValue(payload, type);
    }
}

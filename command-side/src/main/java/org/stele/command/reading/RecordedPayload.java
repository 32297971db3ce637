package org.stele.command.reading;

import org.jspecify.annotations.Nullable;
import org.stele.events.EventJson;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import org.stele.eventstore.event.StoredEvent;

/** The event that a row of the ledger holds, in the newest version that this program knows. */
public final class RecordedPayload {

    private RecordedPayload() {}

    /** The event; null where a newer program recorded it. A body that its leaf does not commit to is refused. */
    public static @Nullable Object of(StoredEvent stored) {
        stored.requireCommitted();
        Class<?> type = EventTypes.find(stored.type(), stored.typeVersion());
        if (type != null) {
            return EventJson.MAPPER.readValue(stored.payload(), type);
        }
        Upcasting older = Upcasting.find(stored.type(), stored.typeVersion());
        return older == null ? null : EventJson.MAPPER.readValue(older.upcast(stored.payload()), older.type());
    }
}

package org.stele.query.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stele.events.EventJson;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.ListEvent;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.replay.DecodedEvent;
import org.stele.query.replay.EventDecoder;
import org.stele.statefile.LedgerEvent;
import tools.jackson.core.JacksonException;

/** Tells which events are about screenings or lists, and decodes those to which their leaves commit. Safe for all threads. */
final class ScreeningEvents {

    private static final byte[] OF_THIS_CONTEXT = ",\"type\":\"screening.".getBytes(UTF_8);

    /** Type and version end a body: no type has a longer name than leaves room for them here. */
    private static final int TYPE_WITHIN = 200;

    private final LedgerReader ledger;
    private final EventDecoder decoder = new EventDecoder();

    ScreeningEvents(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** @param event null where it cannot be read */
    record Decoded(
            long position, Instant recordedAt, @Nullable Object event) {}

    static boolean isOfThisContext(ScannedEvent event) {
        int end = event.bodyOffset() + event.bodyLength();
        int first = Math.max(event.bodyOffset(), end - TYPE_WITHIN);
        for (int at = end - OF_THIS_CONTEXT.length; at >= first; at--) {
            if (Arrays.equals(
                    event.row(), at, at + OF_THIS_CONTEXT.length, OF_THIS_CONTEXT, 0, OF_THIS_CONTEXT.length)) {
                return true;
            }
        }
        return false;
    }

    Decoded decoded(ScannedEvent scanned) {
        return new Decoded(scanned.position(), scanned.recordedAt(), event(scanned));
    }

    private @Nullable Object event(ScannedEvent scanned) {
        try {
            scanned.requireCommitted();
        } catch (LedgerDamaged e) {
            return null;
        }
        DecodedEvent decoded = decoder.decode(scanned);
        if (decoded.event() != null) {
            return decoded.event().event();
        }
        StoredEvent stored = decoded.memberState() == null ? ledger.at(scanned.position()) : null;
        return stored == null ? null : listEvent(stored);
    }

    /** Null where it is none, or cannot be read. */
    @Nullable
    CaseEvent caseEvent(StoredEvent stored) {
        if (!stored.isIntact()) {
            return null;
        }
        LedgerEvent recorded = decoder.decode(stored).event();
        return recorded != null && recorded.event() instanceof CaseEvent event ? event : null;
    }

    private static @Nullable ListEvent listEvent(StoredEvent stored) {
        if (!stored.isIntact()) {
            return null;
        }
        Upcasting older = Upcasting.find(stored.type(), stored.typeVersion());
        Class<?> type = older == null ? EventTypes.find(stored.type(), stored.typeVersion()) : older.type();
        if (type == null || !ListEvent.class.isAssignableFrom(type)) {
            return null;
        }
        byte[] payload = older == null ? stored.payload() : older.upcast(stored.payload());
        try {
            return (ListEvent) EventJson.MAPPER.readValue(payload, type);
        } catch (JacksonException e) {
            return null;
        }
    }
}

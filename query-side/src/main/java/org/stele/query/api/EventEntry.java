package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.StoredEvent;
import org.stele.query.lens.EventLens;
import org.stele.query.view.DamageNotes;
import org.stele.web.text.RecordedAt;
import org.stele.web.text.Text;

/**
 * An event as JSON.
 *
 * @param recordedAt in UTC, with microseconds
 * @param state the code of the Member State that it is about; null where it is about none
 * @param type null where the body is damaged, or the event withheld from the reader and not of a kind that everybody is told of
 * @param payload the stored JSON; null likewise
 * @param withheld null where it is not
 * @param leaf the exact text whose hash the tree holds
 * @param damage absent where the body is the one that was recorded
 */
@JsonPropertyOrder({
    "position",
    "eventId",
    "type",
    "typeVersion",
    "recordedAt",
    "state",
    "payload",
    "metadata",
    "leafHash",
    "leaf",
    "withheld",
    "damage"
})
record EventEntry(
        long position,
        UUID eventId,
        @Nullable String type,
        @Nullable String typeVersion,
        String recordedAt,
        @Nullable String state,
        @JsonRawValue @Nullable String payload,
        Map<String, String> metadata,
        String leafHash,
        String leaf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean withheld,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DamageEntry damage) {

    /** A body that its leaf does not commit to is not shown. */
    static EventEntry of(StoredEvent stored, EventLens lens, DamageNotes notes) {
        DamageNotes.Note note = notes.of(stored);
        if (note != null) {
            return damaged(stored, note, lens);
        }
        return lens.isWhole(stored) ? whole(stored) : withheld(stored, lens.typeTold(stored));
    }

    private static EventEntry damaged(StoredEvent stored, DamageNotes.Note note, EventLens lens) {
        return new EventEntry(
                stored.position(),
                stored.eventId(),
                null,
                null,
                RecordedAt.text(stored.recordedAt()),
                note.state(),
                null,
                Map.of(),
                stored.leafHash().hex(),
                new String(stored.leaf(), StandardCharsets.UTF_8),
                null,
                DamageEntry.of(note, lens.seesDecisionsOn(note.state())));
    }

    private static EventEntry whole(StoredEvent stored) {
        return new EventEntry(
                stored.position(),
                stored.eventId(),
                stored.type(),
                stored.typeVersion(),
                RecordedAt.text(stored.recordedAt()),
                stored.state(),
                onOneLine(stored.payload()),
                stored.metadata(),
                stored.leafHash().hex(),
                new String(stored.leaf(), StandardCharsets.UTF_8),
                null,
                null);
    }

    /** What the public log has of it. */
    private static EventEntry withheld(StoredEvent stored, @Nullable String type) {
        return new EventEntry(
                stored.position(),
                stored.eventId(),
                type,
                null,
                RecordedAt.text(stored.recordedAt()),
                stored.state(),
                null,
                Map.of(),
                stored.leafHash().hex(),
                new String(stored.leaf(), StandardCharsets.UTF_8),
                true,
                null);
    }

    /** Line ends in JSON are white space between tokens; invisible characters within a text are written as escapes. */
    private static String onOneLine(byte[] json) {
        return Text.escaped(
                new String(json, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' '));
    }
}

package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.StoredEvent;
import org.stele.query.view.DamageNotes;
import org.stele.query.withheld.Sight;
import org.stele.web.text.RecordedAt;
import org.stele.web.text.Text;

/**
 * An event as JSON.
 *
 * @param recordedAt in UTC, with microseconds
 * @param state the code of the Member State that it is about; null where it is about none
 * @param type null where the body is damaged, and nothing of it is shown
 * @param payload the stored JSON; null for a damaged body, and null together with the metadata where the event is
 *     withheld from the reader
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

    private static final String WITHHELD = "null";

    /** A body that its leaf does not commit to is not shown. */
    static EventEntry of(StoredEvent stored, Sight sight, DamageNotes notes) {
        DamageNotes.Note note = notes.of(stored);
        return note == null ? seen(stored, sight) : damaged(stored, note);
    }

    private static EventEntry damaged(StoredEvent stored, DamageNotes.Note note) {
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
                DamageEntry.of(note));
    }

    private static EventEntry seen(StoredEvent stored, Sight sight) {
        boolean isShown = sight.shows(stored);
        return new EventEntry(
                stored.position(),
                stored.eventId(),
                stored.type(),
                stored.typeVersion(),
                RecordedAt.text(stored.recordedAt()),
                stored.state(),
                isShown ? onOneLine(stored.payload()) : WITHHELD,
                isShown ? stored.metadata() : Map.of(),
                stored.leafHash().hex(),
                new String(stored.leaf(), StandardCharsets.UTF_8),
                isShown ? null : true,
                null);
    }

    /** Line ends in JSON are white space between tokens; invisible characters within a text are written as escapes. */
    private static String onOneLine(byte[] json) {
        return Text.escaped(
                new String(json, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' '));
    }
}

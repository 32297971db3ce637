package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.StoredEvent;
import org.stele.query.lens.SeenEvent;
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
    static EventEntry of(SeenEvent event) {
        StoredEvent whole = event.whole();
        return new EventEntry(
                event.position(),
                event.eventId(),
                whole == null ? event.typeTold() : whole.type(),
                whole == null ? null : whole.typeVersion(),
                RecordedAt.text(event.recordedAt()),
                event.state(),
                whole == null ? null : onOneLine(whole.payload()),
                whole == null ? Map.of() : whole.metadata(),
                event.leafHash().hex(),
                new String(event.leaf(), StandardCharsets.UTF_8),
                whole == null && event.damage() == null ? true : null,
                DamageEntry.of(event.damage()));
    }

    /** Line ends in JSON are white space between tokens; invisible characters within a text are written as escapes. */
    private static String onOneLine(byte[] json) {
        return Text.escaped(
                new String(json, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' '));
    }
}

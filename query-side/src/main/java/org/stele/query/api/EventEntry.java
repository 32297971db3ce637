package org.stele.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.StoredEvent;
import org.stele.query.withheld.Sight;

/**
 * An event as programs read it.
 *
 * @param recordedAt in UTC, with microseconds
 * @param state the code of the Member State that it is about; null where it is about none
 * @param payload the stored JSON; null where the event is withheld from the reader, as its metadata then are
 * @param withheld null where it is not
 * @param leaf the exact text whose hash the tree holds
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
    "withheld"
})
record EventEntry(
        long position,
        UUID eventId,
        String type,
        String typeVersion,
        String recordedAt,
        @Nullable String state,
        @JsonRawValue String payload,
        Map<String, String> metadata,
        String leafHash,
        String leaf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean withheld) {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String WITHHELD = "null";

    static EventEntry of(StoredEvent stored, Sight sight) {
        boolean isShown = sight.shows(stored);
        return new EventEntry(
                stored.position(),
                stored.eventId(),
                stored.type(),
                stored.typeVersion(),
                text(stored.recordedAt()),
                stored.state(),
                isShown ? onOneLine(stored.payload()) : WITHHELD,
                isShown ? stored.metadata() : Map.of(),
                stored.leafHash().hex(),
                new String(stored.leaf(), StandardCharsets.UTF_8),
                isShown ? null : true);
    }

    private static String text(Instant instant) {
        return MICROSECONDS.format(instant);
    }

    /** Line ends in JSON are space between its tokens and nothing else. */
    private static String onOneLine(byte[] json) {
        return new String(json, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' ');
    }
}

package org.stele.query.page.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.eventstore.event.StoredEvent;
import org.stele.query.lens.SeenEvent;
import org.stele.web.text.RecordedAt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event as it is stored.
 *
 * @param type null where the stored bytes cannot be read, and where the event is withheld and not of a kind that everybody is told of
 * @param state the official name of the State that it is about; null where it is about none
 * @param figuresDerived whether it says that others worked out some figure
 * @param pretty the body formatted for reading; null where it cannot be parsed
 * @param body the stored bytes as text
 * @param withheld whether it is withheld from the reader, and type, body and metadata left out
 * @param leaf the bytes that the tree commits to, as text
 * @param damage null where the body is the one that was recorded; otherwise nothing of it is shown
 */
public record EventItem(
        long position,
        @Nullable String type,
        @Nullable String state,
        Instant recordedAt,
        String eventId,
        Map<String, String> metadata,
        boolean figuresDerived,
        @Nullable String pretty,
        String body,
        int bodyBytes,
        String leaf,
        String leafHash,
        boolean withheld,
        SeenEvent.@Nullable Damage damage) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static EventItem of(SeenEvent event) {
        StoredEvent whole = event.whole();
        Contents contents = whole == null ? null : Contents.of(whole);
        return new EventItem(
                event.position(),
                contents == null ? event.typeTold() : contents.type(),
                Contents.name(event.state()),
                event.recordedAt(),
                event.eventId().toString(),
                contents == null ? Map.of() : contents.metadata(),
                contents != null && contents.figuresDerived(),
                contents == null ? null : contents.pretty(),
                whole == null ? "" : new String(whole.body(), StandardCharsets.UTF_8),
                whole == null ? 0 : whole.body().length,
                new String(event.leaf(), StandardCharsets.UTF_8),
                event.leafHash().hex(),
                whole == null && event.damage() == null,
                event.damage());
    }

    /** When it was recorded, as the leaf and the API write it. */
    public String recordedAtExactly() {
        return RecordedAt.text(recordedAt);
    }

    public boolean isReadable() {
        return pretty != null || withheld || damage != null;
    }

    /** The parsed body. */
    private record Contents(String type, SortedMap<String, String> metadata, boolean figuresDerived, String pretty) {

        /** Null where the ledger would not have written these bytes: the page shows them unparsed. */
        static @Nullable Contents of(StoredEvent stored) {
            try {
                JsonNode body = JSON.readTree(stored.body());
                return new Contents(
                        stored.type(),
                        stored.metadata(),
                        body.at("/payload/content/figuresDerived").asBoolean(false),
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body));
            } catch (IllegalArgumentException | JacksonException unreadable) {
                return null;
            }
        }

        private static @Nullable String name(@Nullable String iso3) {
            return iso3 == null
                    ? null
                    : MemberState.find(iso3).map(MemberState::officialName).orElse(iso3);
        }
    }
}

package org.stele.query.page.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.eventstore.event.StoredEvent;
import org.stele.query.lens.EventLens;
import org.stele.query.view.DamageNotes;
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
 * @param decisionSeen whether the reader sees who accepted the damage, and why
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
        boolean decisionSeen,
        DamageNotes.@Nullable Note damage) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static EventItem of(StoredEvent stored, EventLens lens, DamageNotes notes) {
        DamageNotes.Note note = notes.of(stored);
        if (note != null) {
            return damaged(stored, note, lens.seesDecisionsOn(note.state()));
        }
        return lens.isWhole(stored) ? whole(stored) : withheld(stored, lens.typeTold(stored));
    }

    private static EventItem damaged(StoredEvent stored, DamageNotes.Note note, boolean decisionSeen) {
        return new EventItem(
                stored.position(),
                null,
                Contents.name(note.state()),
                stored.recordedAt(),
                stored.eventId().toString(),
                Map.of(),
                false,
                null,
                "",
                0,
                new String(stored.leaf(), StandardCharsets.UTF_8),
                stored.leafHash().hex(),
                false,
                decisionSeen,
                note);
    }

    private static EventItem whole(StoredEvent stored) {
        Contents contents = Contents.of(stored);
        return new EventItem(
                stored.position(),
                contents == null ? null : contents.type(),
                contents == null ? null : contents.state(),
                stored.recordedAt(),
                stored.eventId().toString(),
                contents == null ? Map.of() : contents.metadata(),
                contents != null && contents.figuresDerived(),
                contents == null ? null : contents.pretty(),
                new String(stored.body(), StandardCharsets.UTF_8),
                stored.body().length,
                new String(stored.leaf(), StandardCharsets.UTF_8),
                stored.leafHash().hex(),
                false,
                false,
                null);
    }

    private static EventItem withheld(StoredEvent stored, @Nullable String type) {
        return new EventItem(
                stored.position(),
                type,
                Contents.name(stored.state()),
                stored.recordedAt(),
                stored.eventId().toString(),
                Map.of(),
                false,
                null,
                "",
                0,
                new String(stored.leaf(), StandardCharsets.UTF_8),
                stored.leafHash().hex(),
                true,
                false,
                null);
    }

    /** When it was recorded, as the leaf and the API write it. */
    public String recordedAtExactly() {
        return RecordedAt.text(recordedAt);
    }

    public boolean isReadable() {
        return pretty != null || withheld || damage != null;
    }

    /** The parsed body. */
    private record Contents(
            String type,
            @Nullable String state,
            SortedMap<String, String> metadata,
            boolean figuresDerived,
            String pretty) {

        /** Null where the ledger would not have written these bytes: the page shows them unparsed. */
        static @Nullable Contents of(StoredEvent stored) {
            try {
                JsonNode body = JSON.readTree(stored.body());
                return new Contents(
                        stored.type(),
                        name(stored.state()),
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

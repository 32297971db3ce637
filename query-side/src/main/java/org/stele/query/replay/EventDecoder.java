package org.stele.query.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.StateEvent;
import org.stele.events.types.EventTypes;
import org.stele.events.types.Upcasting;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
import org.stele.statefile.LedgerEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decodes stored bodies as events, by their stored name and version. An unreadable body gives a result too: the reason,
 * which quotes nothing of what it says, and the State. Safe for all threads.
 */
public final class EventDecoder {

    private static final byte[] PAYLOAD = "},\"payload\":".getBytes(UTF_8);
    private static final byte[] TYPE = ",\"type\":\"".getBytes(UTF_8);
    private static final byte[] TYPE_VERSION = "\",\"typeVersion\":\"".getBytes(UTF_8);
    private static final byte[] END = "\"}".getBytes(UTF_8);
    private static final long MICROS_AN_HOUR = 3_600_000_000L;

    private final JsonMapper mapper = EventMapper.create();
    private final Map<String, ObjectReader> readers = new HashMap<>();
    private final Map<String, Upcasting> upcastings = new HashMap<>();
    private volatile Hour lastHour = new Hour(Long.MIN_VALUE, LocalDate.EPOCH);

    /** New York's offset is a whole number of hours, so an hour of UTC lies within one of its days. */
    private record Hour(long number, LocalDate day) {}

    /** Knows every event type of this program. */
    public EventDecoder() {
        this(EventTypes.all());
    }

    /** Knows some types only, like an older program. */
    public EventDecoder(Collection<Class<?>> known) {
        for (Class<?> type : known) {
            readers.put(key(EventTypes.name(type), EventTypes.version(type)), mapper.readerFor(type));
        }
        for (Upcasting older : Upcasting.all()) {
            if (known.contains(older.type())) {
                String key = key(EventTypes.name(older.type()), older.version());
                readers.put(key, mapper.readerFor(older.type()));
                upcastings.put(key, older);
            }
        }
    }

    public DecodedEvent decode(StoredEvent stored) {
        return decode(stored.position(), stored.recordedAt(), stored.body());
    }

    /** The event of a body at a position; whether a leaf commits to it is not looked at. */
    public DecodedEvent decode(long position, Instant at, byte[] body) {
        return decode(new ScannedEvent(
                position, at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000, body, 0, body.length));
    }

    public DecodedEvent decode(ScannedEvent stored) {
        MemberState state = BodyTags.memberState(stored);
        String type = typeAndVersion(stored.row(), stored.bodyOffset(), stored.bodyOffset() + stored.bodyLength());
        ObjectReader reader = type == null ? null : readers.get(type);
        if (reader == null) {
            return unreadable(stored, state, "This program does not know %s; install one that does.".formatted(type));
        }
        int from = payload(stored);
        if (from < 0) {
            return unreadable(stored, state, "The body has no payload after its metadata; run fsck.");
        }
        int to = stored.bodyOffset() + stored.bodyLength();
        try (JsonParser parser = mapper.createParser(stored.row(), from, to - from)) {
            Upcasting older = upcastings.get(type);
            return decoded(
                    stored,
                    state,
                    older == null || older.change() == null
                            ? reader.readValue(parser)
                            : reader.readValue(older.changed(mapper.readTree(parser))));
        } catch (JacksonException e) {
            return unreadable(
                    stored,
                    state,
                    "The payload is no %s: %s at byte %s of it."
                            .formatted(
                                    type,
                                    e.getClass().getSimpleName(),
                                    e.getLocation() == null
                                            ? "-"
                                            : e.getLocation().getByteOffset()));
        }
    }

    /** The stored name of a body's type; null where the body has another form. */
    public static @Nullable String typeOf(byte[] body) {
        return typeOf(body, 0, body.length);
    }

    /** The same of an event that is scanned. */
    public static @Nullable String typeOf(ScannedEvent stored) {
        return typeOf(stored.row(), stored.bodyOffset(), stored.bodyOffset() + stored.bodyLength());
    }

    private static @Nullable String typeOf(byte[] row, int from, int to) {
        String type = typeAndVersion(row, from, to);
        return type == null ? null : type.substring(0, type.indexOf(' '));
    }

    private DecodedEvent decoded(ScannedEvent stored, @Nullable MemberState state, Object payload) {
        MemberState named = payload instanceof StateEvent event ? event.memberState() : null;
        if (named != state) {
            return unreadable(stored, state, "The tags and the payload name different States.");
        }
        LedgerEvent recorded = payload instanceof StateEvent event
                ? new LedgerEvent(stored.position(), recordedOn(stored), event)
                : null;
        return new DecodedEvent(stored.position(), state, recorded, payload, null);
    }

    private static DecodedEvent unreadable(ScannedEvent stored, @Nullable MemberState state, String cause) {
        return new DecodedEvent(stored.position(), state, null, null, cause);
    }

    /**
     * Name and version end the body; with them known first, the rest is parsed in one pass. Null where the body has
     * another form.
     */
    private static @Nullable String typeAndVersion(byte[] row, int from, int to) {
        int versionTo = to - END.length;
        int versionFrom = quoteBefore(row, from, versionTo) + 1;
        int typeTo = versionFrom - TYPE_VERSION.length;
        int typeFrom = quoteBefore(row, from, typeTo) + 1;
        if (typeFrom <= from + TYPE.length
                || !isAt(row, versionTo, END)
                || !isAt(row, typeTo, TYPE_VERSION)
                || !isAt(row, typeFrom - TYPE.length, TYPE)) {
            return null;
        }
        return key(
                new String(row, typeFrom, typeTo - typeFrom, UTF_8),
                new String(row, versionFrom, versionTo - versionFrom, UTF_8));
    }

    private static int quoteBefore(byte[] row, int from, int before) {
        int i = before - 1;
        while (i >= from && row[i] != '"') {
            i--;
        }
        return i;
    }

    static boolean isAt(byte[] row, int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (row[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static String key(String type, String version) {
        return type + " in version " + version;
    }

    /**
     * The offset of the payload, or -1. Metadata values are strings without raw quotes: the first brace before one ends
     * the metadata.
     */
    private static int payload(ScannedEvent stored) {
        byte[] row = stored.row();
        int last = stored.bodyOffset() + stored.bodyLength() - PAYLOAD.length;
        for (int i = stored.bodyOffset(); i < last; i++) {
            if (row[i] == '}' && isAt(row, i, PAYLOAD)) {
                return i + PAYLOAD.length;
            }
        }
        return -1;
    }

    private LocalDate recordedOn(ScannedEvent stored) {
        long number = Math.floorDiv(stored.recordedMicros(), MICROS_AN_HOUR);
        Hour hour = lastHour;
        if (hour.number() != number) {
            hour = new Hour(number, NewYork.dayOf(stored.recordedAt()));
            lastHour = hour;
        }
        return hour.day();
    }
}

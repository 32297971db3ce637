package org.stele.eventstore.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Hash;

/**
 * A CommandKey identifies the command that caused events, so that a repeated command records nothing new. It is part of
 * the events' metadata and so of their bodies: the table of commands can be recomputed from them.
 *
 * @param scope whose command ids these are: a credential or a State
 * @param requestSha256 of the request's content, to tell a repetition from another command under the same id
 */
public record CommandKey(String scope, UUID commandId, Hash requestSha256) {

    public static final String SCOPE = "commandScope";
    public static final String COMMAND_ID = "commandId";
    public static final String REQUEST_SHA256 = "requestSha256";

    /** The key in an event's metadata, or null if there is none; an incomplete key is refused. */
    public static @Nullable CommandKey from(Map<String, String> metadata) {
        String scope = metadata.get(SCOPE);
        String commandId = metadata.get(COMMAND_ID);
        String requestSha256 = metadata.get(REQUEST_SHA256);
        if (scope == null && commandId == null && requestSha256 == null) {
            return null;
        }
        if (scope == null || commandId == null || requestSha256 == null) {
            throw new IllegalArgumentException("Metadata has " + SCOPE + ", " + COMMAND_ID + " and " + REQUEST_SHA256
                    + " together or not at all, not " + metadata.keySet());
        }
        return new CommandKey(scope, canonicalUuid(commandId), Hash.ofHex(requestSha256));
    }

    /** The metadata entries that carry this key. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(SCOPE, scope);
        metadata.put(COMMAND_ID, commandId.toString());
        metadata.put(REQUEST_SHA256, requestSha256.hex());
        return metadata;
    }

    /** The UUID of a text in its canonical spelling; any other spelling is refused. */
    public static UUID canonicalUuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) {
            throw new IllegalArgumentException("A UUID is written " + uuid + ", not " + text);
        }
        return uuid;
    }
}

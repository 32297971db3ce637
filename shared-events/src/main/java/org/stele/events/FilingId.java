package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The id of one thing on record that later commands can name: an attestation, notice, claim, screening or piece of
 * evidence.
 */
public record FilingId(UUID value) {

    @JsonCreator
    public static FilingId parse(String text) {
        return new FilingId(Uuids.parse(text));
    }

    /** The id of what a command creates: the same command, asked again, names the same thing. */
    public static FilingId createdBy(String scope, CommandId command) {
        return new FilingId(UUID.nameUUIDFromBytes((scope + '\n' + command).getBytes(StandardCharsets.UTF_8)));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}

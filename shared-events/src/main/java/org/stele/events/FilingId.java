package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The id of one record that later commands can name: an attestation, notice, claim, screening or piece of evidence.
 */
public record FilingId(UUID value) {

    @JsonCreator
    public static FilingId parse(String text) {
        return new FilingId(Uuids.parse(text));
    }

    /** The id of the record that a command creates: the repeated command gives the same id. */
    public static FilingId createdBy(String scope, CommandId command) {
        return named(scope + '\n' + command);
    }

    /** The id of one of several records that a command creates, by what tells them apart. */
    public static FilingId createdBy(String scope, CommandId command, String part) {
        return named(scope + '\n' + command + '\n' + part);
    }

    /** The id of what this name alone identifies. */
    public static FilingId named(String name) {
        return new FilingId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}

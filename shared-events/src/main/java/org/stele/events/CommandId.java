package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id that a client gives a command, so that a repetition gets the first answer and records no second event. */
public record CommandId(UUID value) {

    @JsonCreator
    public static CommandId parse(String text) {
        return new CommandId(Uuids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}

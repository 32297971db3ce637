package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * An opaque random reference to one person, entity or vessel, issued by the State that knows the subject.
 *
 * <p>It is derived from nothing: not from a name, a birth date or a document number.
 */
public record SubjectRef(UUID value) {

    @JsonCreator
    public static SubjectRef parse(String text) {
        return new SubjectRef(Uuids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}

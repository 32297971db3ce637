package org.stele.events;

import java.util.UUID;
import java.util.regex.Pattern;

/** Strict reading of UUIDs: {@link UUID#fromString} also takes shortened groups, which would give one id two spellings. */
final class Uuids {

    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    static UUID parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Expected a UUID such as 6f1c2d3e-4a5b-4c6d-8e7f-901234567890, got %d other characters."
                            .formatted(text.length()));
        }
        return UUID.fromString(text);
    }
}

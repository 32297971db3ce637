package org.stele.events;

import java.util.HexFormat;
import java.util.UUID;

/**
 * Strict parsing of UUIDs: {@link UUID#fromString} also accepts shortened groups, which would give one id two
 * spellings.
 */
final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    static UUID parse(String text) {
        if (!isCanonical(text)) {
            throw new IllegalArgumentException(
                    "Expected a UUID such as 6f1c2d3e-4a5b-4c6d-8e7f-901234567890, got %s other characters."
                            .formatted(text.length()));
        }
        return UUID.fromString(text);
    }

    private static boolean isCanonical(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean endsGroup = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (endsGroup ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }
}

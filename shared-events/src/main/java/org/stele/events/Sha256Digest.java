package org.stele.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The SHA-256 digest of bytes kept elsewhere, as 64 lower-case hexadecimal digits. */
public record Sha256Digest(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public Sha256Digest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "Expected 64 lower-case hexadecimal digits, got %s characters.".formatted(hex.length()));
        }
    }

    @JsonValue
    @Override
    public String hex() {
        return hex;
    }
}

package org.stele.command.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import org.stele.events.SourceReference;
import org.stele.web.text.Text;

/** A text in the author's own words: bounded in length, readable, and without obvious personal data. */
public final class FreeText {

    // Limits count UTF-16 units, as a text field in a browser does.
    public static final int MAX_EXPLANATION = 10_000;
    public static final int MAX_STATEMENT = 10_000;
    public static final int MAX_RATIONALE = 10_000;
    public static final int MAX_SUMMARY = 4_000;
    public static final int MAX_REASON = 4_000;
    public static final int MAX_DATA_LIMIT = 4_000;
    public static final int MAX_TITLE = 500;
    public static final int MAX_ADDRESS = 2_000;
    public static final int MAX_REFERENCE = 100;

    private FreeText() {}

    /** Refuses a text that cannot be recorded. An absent text passes. */
    public static void require(String field, @Nullable String text, int mostCharacters) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            throw Rejected.malformed(field, "Expected words, or nothing at all; got only blanks.");
        }
        if (text.length() > mostCharacters) {
            throw Rejected.malformed(
                    field,
                    String.format(
                            Locale.ROOT, "Expected at most %,d characters, got %,d.", mostCharacters, text.length()));
        }
        String fault = Text.fault(text);
        if (fault != null) {
            throw Rejected.malformed(field, fault);
        }
        String found = PlainPersonalData.in(text);
        if (found != null) {
            throw Rejected.rule(
                    field,
                    "plain-personal-data",
                    "The text seems to hold %s. Nothing here can be erased: take it out and refer to persons by opaque ids."
                            .formatted(found));
        }
    }

    /** The same for the source of an old filing. */
    public static void requireSource(@Nullable SourceReference source) {
        if (source != null) {
            require("sourceTitle", source.title(), MAX_TITLE);
            require("sourceAddress", source.address(), MAX_ADDRESS);
            require("sourceSummary", source.summary(), MAX_SUMMARY);
        }
    }
}

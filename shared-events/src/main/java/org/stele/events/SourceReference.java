package org.stele.events;

import org.jspecify.annotations.Nullable;

/**
 * The source in which a registrar read an old filing, and how certain the reading is. Unknown parts are null.
 *
 * @param summary what it says, where the filing has no summary of its own
 */
public record SourceReference(
        @Nullable String title,
        @Nullable String address,
        @Nullable Confidence confidence,
        @Nullable String summary) {

    /** A source without a summary. */
    public SourceReference(@Nullable String title, @Nullable String address, @Nullable Confidence confidence) {
        this(title, address, confidence, null);
    }
}

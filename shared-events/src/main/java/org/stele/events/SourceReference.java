package org.stele.events;

import org.jspecify.annotations.Nullable;

/** The source in which a registrar read an old filing, and how certain the reading is. Unknown parts are null. */
public record SourceReference(
        @Nullable String title,
        @Nullable String address,
        @Nullable Confidence confidence) {}

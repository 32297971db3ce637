package org.stele.events;

import org.jspecify.annotations.Nullable;

/** Where a registrar read an old filing, and how sure the reading is. Parts that are not known are null. */
public record SourceReference(
        @Nullable String title,
        @Nullable String address,
        @Nullable Confidence confidence) {}

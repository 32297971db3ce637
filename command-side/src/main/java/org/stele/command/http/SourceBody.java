package org.stele.command.http;

import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.events.Confidence;
import org.stele.events.SourceReference;
import org.stele.web.body.MaxSize;

/** Where a registrar read an old filing, as part of a request body. */
public record SourceBody(
        @MaxSize(FreeText.MAX_TITLE) @Nullable String sourceTitle,
        @MaxSize(FreeText.MAX_ADDRESS) @Nullable String sourceAddress,
        @Nullable Confidence sourceConfidence) {

    /** The same as events hold it; null where there is none. */
    public static @Nullable SourceReference reference(@Nullable SourceBody body) {
        return body == null ? null : new SourceReference(body.sourceTitle, body.sourceAddress, body.sourceConfidence);
    }
}

package org.stele.command.evidence.resolveevidence;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** How a piece of evidence was answered. */
record ResolveEvidenceBody(
        @MaxSize(FreeText.MOST_STATEMENT) String resolution,

        @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
        PartialDate resolved)
        implements Body {}

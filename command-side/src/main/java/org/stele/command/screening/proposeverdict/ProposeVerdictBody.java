package org.stele.command.screening.proposeverdict;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.screening.Disposition;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** A verdict to propose. */
record ProposeVerdictBody(
        Disposition disposition,
        @MaxSize(100) String reasonCode,
        @MaxSize(FreeText.MOST_RATIONALE) String rationale,

        @Schema(description = "The screening whose verdict this one replaces") @Nullable
        FilingId supersedes,

        @Schema(description = "The last day on which the verdict may be relied on") @Nullable
        LocalDate validUntil)
        implements Body {}

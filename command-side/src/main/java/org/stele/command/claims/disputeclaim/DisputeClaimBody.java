package org.stele.command.claims.disputeclaim;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** Who disputes a claim, and why. */
record DisputeClaimBody(
        MonitoringBody body,

        @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
        PartialDate disputed,

        @MaxSize(FreeText.MOST_REASON) @Nullable String reason)
        implements Body {}

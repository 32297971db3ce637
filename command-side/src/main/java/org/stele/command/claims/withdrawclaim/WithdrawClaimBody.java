package org.stele.command.claims.withdrawclaim;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.events.PartialDate;
import org.stele.web.json.AtMost;
import org.stele.web.json.Body;

/** Why a claim is withdrawn. */
record WithdrawClaimBody(
        @AtMost(FreeText.MOST_REASON) String reason,

        @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
        PartialDate withdrawn)
        implements Body {}

package org.stele.command.repatriation.withdrawrepatriationnotice;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** Why a notice is withdrawn. */
record WithdrawRepatriationNoticeBody(
        @MaxSize(FreeText.MOST_REASON) String reason,

        @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
        PartialDate received)
        implements Body {}

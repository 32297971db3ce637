package org.stele.command.repatriation.correctrepatriationnotice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.repatriation.NoticeBody;
import org.stele.command.rules.FreeText;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** A new version of a notice. */
record CorrectRepatriationNoticeBody(
        @JsonUnwrapped NoticeBody notice,
        @MaxSize(FreeText.MOST_REASON) String reason,

        @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
        PartialDate received)
        implements Body {}

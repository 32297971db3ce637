package org.stele.command.repatriation.recordrepatriationnotice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.http.SourceBody;
import org.stele.command.repatriation.NoticeBody;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;

/** A notice that persons left. */
record RecordRepatriationNoticeBody(
        @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
        MemberState memberState,

        @JsonUnwrapped NoticeBody notice,

        @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
        PartialDate received,

        @JsonUnwrapped @Nullable SourceBody source)
        implements Body {}

package org.stele.command.claims.claimoutofscope;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.http.SourceBody;
import org.stele.command.rules.FreeText;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.claims.ScopeGround;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** A claim to record. */
record ClaimOutOfScopeBody(
        @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
        MemberState memberState,

        ScopeGround ground,

        @Schema(description = "Persons; left out where no number is given") @Nullable
        PersonsCount count,

        @Schema(description = "From when the claim holds") @Nullable
        PartialDate effectiveOn,

        @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
        PartialDate claimed,

        @MaxSize(FreeText.MOST_SUMMARY) @Nullable String summary,
        @JsonUnwrapped @Nullable SourceBody source)
        implements Body {}

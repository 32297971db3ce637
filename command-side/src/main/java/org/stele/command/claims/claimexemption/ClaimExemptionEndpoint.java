package org.stele.command.claims.claimexemption;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.http.SourceBody;
import org.stele.command.rules.FreeText;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.claims.ExemptionGround;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/exemption-claims} */
@Tag(name = "Claims")
@RestController
final class ClaimExemptionEndpoint {

    private final CommandResponder responder;

    ClaimExemptionEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Claim an exception of paragraph 8")
    @Example(role = "signatory", state = "NOR", body = """
                    {
                      "ground": "REFUGEE_LAW",
                      "count": 2,
                      "effectiveOn": "2019-12-22",
                      "summary": "Two persons hold residence permits as refugees."
                    }
                    """)
    @PostCommand("/api/v1/exemption-claims")
    ResponseEntity<CommandReceipt> claimExemption(CommandRequest asked, @RequestBody ClaimExemptionBody body) {
        return responder.record(
                asked,
                body,
                new ClaimExemption(
                        asked.entry(),
                        body.memberState(),
                        body.ground(),
                        body.count(),
                        body.effectiveOn(),
                        body.claimed(),
                        body.summary(),
                        SourceBody.reference(body.source())));
    }

    /** A claim to record. */
    record ClaimExemptionBody(
            @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
            MemberState memberState,

            ExemptionGround ground,

            @Schema(description = "Persons; left out where no number is given") @Nullable
            PersonsCount count,

            @Schema(description = "From when the claim holds") @Nullable
            PartialDate effectiveOn,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate claimed,

            @MaxSize(FreeText.MAX_SUMMARY) @Nullable String summary,
            @JsonUnwrapped @Nullable SourceBody source)
            implements Body {}
}

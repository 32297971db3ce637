package org.stele.command.claims.withdrawclaim;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/claims/{id}/withdrawal} */
@Tag(name = "Claims")
@RestController
final class WithdrawClaimEndpoint {

    private final CommandResponder responder;

    WithdrawClaimEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Withdraw a claim")
    @Example(
            role = "signatory",
            state = "NOR",
            on = "NOR/claimExemption",
            refusals = {"409 claim-withdrawn"},
            body = """
                    {
                      "reason": "Both persons have left."
                    }
                    """)
    @PostCommand("/api/v1/claims/{id}/withdrawal")
    ResponseEntity<CommandReceipt> withdrawClaim(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody WithdrawClaimBody body) {
        return responder.record(asked, body, new WithdrawClaim(asked.entry(), id, body.reason(), body.withdrawn()));
    }

    /** Why a claim is withdrawn. */
    record WithdrawClaimBody(
            @MaxSize(FreeText.MAX_REASON) String reason,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate withdrawn)
            implements Body {}
}

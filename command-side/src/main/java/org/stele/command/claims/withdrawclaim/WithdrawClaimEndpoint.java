package org.stele.command.claims.withdrawclaim;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.events.FilingId;

/** {@code POST /api/v1/claims/{id}/withdrawal} */
@Tag(name = "Claims")
@RestController
final class WithdrawClaimEndpoint {

    private final CommandResponder desk;

    WithdrawClaimEndpoint(CommandResponder desk) {
        this.desk = desk;
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
    @PostMapping(
            path = "/api/v1/claims/{id}/withdrawal",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> withdrawClaim(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody WithdrawClaimBody body) {
        return desk.record(asked, body, new WithdrawClaim(asked.entry(), id, body.reason(), body.withdrawn()));
    }
}

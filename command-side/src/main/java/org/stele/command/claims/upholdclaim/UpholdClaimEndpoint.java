package org.stele.command.claims.upholdclaim;

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

/** {@code POST /api/v1/claims/{id}/upholding} */
@Tag(name = "Claims")
@RestController
final class UpholdClaimEndpoint {

    private final CommandResponder desk;

    UpholdClaimEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Enter that the Committee upheld a claim")
    @Example(
            role = "chair",
            on = "NOR/claimExemption",
            refusals = {"409 claim-withdrawn", "409 claim-already-upheld"},
            body = """
                    {
                      "reason": "The Committee was shown the decisions of the national authority."
                    }
                    """)
    @PostMapping(
            path = "/api/v1/claims/{id}/upholding",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> upholdClaim(CommandRequest asked, @PathVariable FilingId id, @RequestBody UpholdClaimBody body) {
        return desk.record(asked, body, new UpholdClaim(asked.entry(), id, body.reason()));
    }
}

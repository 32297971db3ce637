package org.stele.command.claims.disputeclaim;

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

/** {@code POST /api/v1/claims/{id}/dispute} */
@Tag(name = "Claims")
@RestController
final class DisputeClaimEndpoint {

    private final CommandResponder desk;

    DisputeClaimEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Dispute a claim")
    @Example(
            role = "monitor",
            on = "NOR/claimExemption",
            refusals = {"409 claim-withdrawn", "409 claim-already-disputed", "422 panel-mandate-ended"},
            body = """
                    {
                      "body": "MSMT",
                      "reason": "Both persons were seen at work."
                    }
                    """)
    @PostMapping(
            path = "/api/v1/claims/{id}/dispute",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> disputeClaim(CommandRequest asked, @PathVariable FilingId id, @RequestBody DisputeClaimBody body) {
        return desk.record(
                asked, body, new DisputeClaim(asked.entry(), id, body.body(), body.disputed(), body.reason()));
    }
}

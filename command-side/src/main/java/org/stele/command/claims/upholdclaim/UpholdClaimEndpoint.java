package org.stele.command.claims.upholdclaim;

import io.swagger.v3.oas.annotations.Operation;
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
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/claims/{id}/upholding} */
@Tag(name = "Claims")
@RestController
final class UpholdClaimEndpoint {

    private final CommandResponder responder;

    UpholdClaimEndpoint(CommandResponder responder) {
        this.responder = responder;
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
    @PostCommand("/api/v1/claims/{id}/upholding")
    ResponseEntity<CommandReceipt> upholdClaim(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody UpholdClaimBody body) {
        return responder.record(asked, body, new UpholdClaim(asked.entry(), id, body.reason()));
    }

    /** Why the Committee upheld a claim. */
    record UpholdClaimBody(
            @MaxSize(FreeText.MAX_REASON) @Nullable String reason) implements Body {}
}

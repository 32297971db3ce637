package org.stele.command.claims.disputeclaim;

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
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/claims/{id}/dispute} */
@Tag(name = "Claims")
@RestController
final class DisputeClaimEndpoint {

    private final CommandResponder responder;

    DisputeClaimEndpoint(CommandResponder responder) {
        this.responder = responder;
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
    @PostCommand("/api/v1/claims/{id}/dispute")
    ResponseEntity<CommandReceipt> disputeClaim(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody DisputeClaimBody body) {
        return responder.record(
                asked, body, new DisputeClaim(asked.entry(), id, body.body(), body.disputed(), body.reason()));
    }

    /** Who disputes a claim, and why. */
    record DisputeClaimBody(
            MonitoringBody body,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate disputed,

            @MaxSize(FreeText.MAX_REASON) @Nullable String reason)
            implements Body {}
}

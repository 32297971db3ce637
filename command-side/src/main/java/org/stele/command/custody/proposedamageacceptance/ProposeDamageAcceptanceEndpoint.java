package org.stele.command.custody.proposedamageacceptance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/events/{position}/damage-acceptance} */
@Tag(name = "Custody")
@RestController
final class ProposeDamageAcceptanceEndpoint {

    private final CommandResponder responder;

    ProposeDamageAcceptanceEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(
            summary = "Propose to accept the damage of one position, as it is found now",
            description = "For a registrar, auditor or custodian. A second person confirms it.")
    @Example(
            role = "auditor",
            refusals = {
                "409 no-damage",
                "409 damage-already-proposed",
                "409 damage-already-accepted",
                "422 damage-not-acceptable"
            },
            body = """
                    {
                      "reason": "A sector of the disk is unreadable and no backup has the row."
                    }
                    """)
    @PostCommand("/api/v1/events/{position}/damage-acceptance")
    ResponseEntity<CommandReceipt> proposeDamageAcceptance(
            CommandRequest asked, @PathVariable long position, @RequestBody ProposeDamageAcceptanceBody body) {
        return responder.record(asked, body, ProposeDamageAcceptance.at(position, asked.entry(), body.reason()));
    }

    /** Why the ledger should continue with the damage. */
    record ProposeDamageAcceptanceBody(
            @MaxSize(FreeText.MAX_REASON) String reason) implements Body {}
}

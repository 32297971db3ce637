package org.stele.command.custody.proposedamageacceptance;

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

/** {@code POST /api/v1/events/{position}/damage-acceptance} */
@Tag(name = "Custody")
@RestController
final class ProposeDamageAcceptanceEndpoint {

    private final CommandResponder desk;

    ProposeDamageAcceptanceEndpoint(CommandResponder desk) {
        this.desk = desk;
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
    @PostMapping(
            path = "/api/v1/events/{position}/damage-acceptance",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> proposeDamageAcceptance(
            CommandRequest asked, @PathVariable long position, @RequestBody ProposeDamageAcceptanceBody body) {
        return desk.record(asked, body, ProposeDamageAcceptance.at(position, asked.entry(), body.reason()));
    }
}

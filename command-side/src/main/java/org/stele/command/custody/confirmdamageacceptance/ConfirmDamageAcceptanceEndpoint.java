package org.stele.command.custody.confirmdamageacceptance;

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

/** {@code POST /api/v1/events/{position}/damage-acceptance/confirmation} */
@Tag(name = "Custody")
@RestController
final class ConfirmDamageAcceptanceEndpoint {

    private final CommandResponder desk;

    ConfirmDamageAcceptanceEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Confirm, as a second person, that the damage of one position is accepted",
            description = "For a registrar, auditor or custodian who did not propose it.")
    @Example(
            role = "registrar",
            user = "staff-0911",
            refusals = {
                "409 no-damage",
                "409 damage-not-proposed",
                "409 damage-changed",
                "409 damage-already-accepted",
                "422 four-eyes",
                "422 damage-not-acceptable"
            },
            body = """
                    {}
                    """)
    @PostMapping(
            path = "/api/v1/events/{position}/damage-acceptance/confirmation",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> confirmDamageAcceptance(
            CommandRequest asked, @PathVariable long position, @RequestBody ConfirmDamageAcceptanceBody body) {
        return desk.record(asked, body, ConfirmDamageAcceptance.at(position, asked.entry()));
    }
}

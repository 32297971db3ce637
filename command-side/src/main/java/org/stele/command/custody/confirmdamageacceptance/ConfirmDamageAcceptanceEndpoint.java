package org.stele.command.custody.confirmdamageacceptance;

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
import org.stele.web.body.Body;

/** {@code POST /api/v1/events/{position}/damage-acceptance/confirmation} */
@Tag(name = "Custody")
@RestController
final class ConfirmDamageAcceptanceEndpoint {

    private final CommandResponder responder;

    ConfirmDamageAcceptanceEndpoint(CommandResponder responder) {
        this.responder = responder;
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
    @PostCommand("/api/v1/events/{position}/damage-acceptance/confirmation")
    ResponseEntity<CommandReceipt> confirmDamageAcceptance(
            CommandRequest asked, @PathVariable long position, @RequestBody ConfirmDamageAcceptanceBody body) {
        return responder.record(asked, body, ConfirmDamageAcceptance.at(position, asked.entry()));
    }

    /** A confirmation; it has no fields. */
    record ConfirmDamageAcceptanceBody() implements Body {}
}

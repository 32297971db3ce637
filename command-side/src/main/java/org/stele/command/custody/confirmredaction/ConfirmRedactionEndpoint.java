package org.stele.command.custody.confirmredaction;

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

/** {@code POST /api/v1/events/{position}/redaction/confirmation} */
@Tag(name = "Custody")
@RestController
final class ConfirmRedactionEndpoint {

    private final CommandResponder responder;
    private final BodyRemover remover;

    ConfirmRedactionEndpoint(CommandResponder responder, BodyRemover remover) {
        this.responder = responder;
        this.remover = remover;
    }

    @Operation(
            summary = "Confirm, as a second person, that the body of one event is removed",
            description =
                    "For a custodian, auditor or registrar who did not propose it. The answer comes when the body is removed; after a failure, send the same request again.")
    @Example(
            role = "auditor",
            user = "staff-0417",
            refusals = {
                "404 not-found",
                "409 event-already-redacted",
                "409 redaction-not-proposed",
                "422 event-not-redactable",
                "422 four-eyes"
            },
            body = """
                    {}
                    """)
    @PostCommand("/api/v1/events/{position}/redaction/confirmation")
    ResponseEntity<CommandReceipt> confirmRedaction(
            CommandRequest asked, @PathVariable long position, @RequestBody ConfirmRedactionBody body) {
        ResponseEntity<CommandReceipt> recorded =
                responder.record(asked, body, ConfirmRedaction.at(position, asked.entry()));
        remover.carryOut();
        return recorded;
    }

    /** A confirmation; it has no fields. */
    record ConfirmRedactionBody() implements Body {}
}

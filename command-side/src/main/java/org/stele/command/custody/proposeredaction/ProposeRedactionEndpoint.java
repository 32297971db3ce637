package org.stele.command.custody.proposeredaction;

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

/** {@code POST /api/v1/events/{position}/redaction} */
@Tag(name = "Custody")
@RestController
final class ProposeRedactionEndpoint {

    private final CommandResponder responder;

    ProposeRedactionEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(
            summary = "Propose to remove the body of one event, because it tells what must not be kept",
            description = "For the custodian. A second person confirms it; until then nothing is removed.")
    @Example(
            role = "custodian",
            user = "staff-0203",
            refusals = {
                "404 not-found",
                "409 event-already-redacted",
                "409 redaction-already-proposed",
                "422 event-not-redactable"
            },
            body = """
                    {
                      "reason": "The summary names a person."
                    }
                    """)
    @PostCommand("/api/v1/events/{position}/redaction")
    ResponseEntity<CommandReceipt> proposeRedaction(
            CommandRequest asked, @PathVariable long position, @RequestBody ProposeRedactionBody body) {
        return responder.record(asked, body, ProposeRedaction.at(position, asked.entry(), body.reason()));
    }

    /** Why the body should be removed; the reason stays, and repeats nothing of it. */
    record ProposeRedactionBody(
            @MaxSize(FreeText.MAX_REASON) String reason) implements Body {}
}

package org.stele.command.attestation.provideclarification;

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
import org.stele.events.FilingId;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/clarification-requests/{id}/answer} */
@Tag(name = "Attestations")
@RestController
final class ProvideClarificationEndpoint {

    private final CommandResponder responder;

    ProvideClarificationEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Answer a question about an attestation")
    @Example(role = "signatory", state = "NOR", on = "chair/requestClarification", body = """
                    {
                      "answer": "They do not: all 22 left on or after 22 December 2017."
                    }
                    """)
    @PostCommand("/api/v1/clarification-requests/{id}/answer")
    ResponseEntity<CommandReceipt> provideClarification(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ProvideClarificationBody body) {
        return responder.record(asked, body, new ProvideClarification(asked.entry(), id, body.answer()));
    }

    /** The answer to a question. */
    record ProvideClarificationBody(
            @MaxSize(FreeText.MAX_STATEMENT) String answer) implements Body {}
}

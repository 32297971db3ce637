package org.stele.command.attestation.requestclarification;

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
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/attestations/{id}/clarification-requests} */
@Tag(name = "Attestations")
@RestController
final class RequestClarificationEndpoint {

    private final CommandResponder responder;

    RequestClarificationEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Ask a State what its attestation means; the id of the receipt is that of the question")
    @Example(
            role = "chair",
            on = "NOR/submitAttestation",
            refusals = {
                "409 attestation-withdrawn",
                "409 attestation-not-received",
                "409 attestation-already-accepted",
                "422 discrepancy-unknown",
                "422 panel-mandate-ended"
            },
            body = """
                    {
                      "question": "Do the 22 persons include those who left before 22 December 2017?"
                    }
                    """)
    @PostCommand("/api/v1/attestations/{id}/clarification-requests")
    ResponseEntity<CommandReceipt> requestClarification(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody RequestClarificationBody body) {
        return responder.record(
                asked,
                body,
                new RequestClarification(asked.entry(), id, body.question(), body.askedBy(), body.discrepancy()));
    }

    /** A question about an attestation. */
    record RequestClarificationBody(
            @MaxSize(FreeText.MAX_STATEMENT) String question,

            @Schema(description = "The body that a monitor acts for; left out by the chair") @Nullable
            MonitoringBody askedBy,

            @Schema(description = "The id of the discrepancy that it is about") @Nullable
            FilingId discrepancy)
            implements Body {}
}

package org.stele.command.attestation.acceptasfiled;

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
import org.stele.events.FilingId;
import org.stele.web.body.Body;

/** {@code POST /api/v1/attestations/{id}/acceptance} */
@Tag(name = "Attestations")
@RestController
final class AcceptAsFiledEndpoint {

    private final CommandResponder responder;

    AcceptAsFiledEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Accept a version of an attestation as filed")
    @Example(
            role = "chair",
            on = "NOR/submitAttestation",
            refusals = {
                "409 attestation-withdrawn",
                "409 attestation-version-unknown",
                "409 attestation-not-received",
                "409 attestation-version-superseded",
                "409 attestation-already-accepted",
                "409 clarification-unanswered"
            },
            body = """
                    {
                      "version": 1
                    }
                    """)
    @PostCommand("/api/v1/attestations/{id}/acceptance")
    ResponseEntity<CommandReceipt> acceptAsFiled(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody AcceptAsFiledBody body) {
        return responder.record(asked, body, new AcceptAsFiled(asked.entry(), id, body.version()));
    }

    /** Which version is accepted. */
    record AcceptAsFiledBody(
            @Schema(description = "The highest that is received where nothing is said") @Nullable
            Integer version) implements Body {}
}

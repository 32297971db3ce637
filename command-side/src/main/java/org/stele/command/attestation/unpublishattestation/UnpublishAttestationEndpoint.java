package org.stele.command.attestation.unpublishattestation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/attestations/{id}/unpublication} */
@Tag(name = "Attestations")
@RestController
final class UnpublishAttestationEndpoint {

    private final CommandResponder responder;

    UnpublishAttestationEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Take a published attestation off the page again")
    @Example(
            role = "registrar",
            on = "NOR/submitAttestation",
            refusals = {"409 attestation-not-published"},
            body = """
                    {
                      "reason": "The document was published by mistake."
                    }
                    """)
    @PostCommand("/api/v1/attestations/{id}/unpublication")
    ResponseEntity<CommandReceipt> unpublishAttestation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody UnpublishAttestationBody body) {
        return responder.record(
                asked, body, new UnpublishAttestation(asked.entry(), id, body.unpublishedOn(), body.reason()));
    }

    /** Since when it is off the page, and why. */
    record UnpublishAttestationBody(
            @Schema(description = "Today where nothing is said") @Nullable
            LocalDate unpublishedOn,

            @MaxSize(FreeText.MAX_REASON) String reason)
            implements Body {}
}

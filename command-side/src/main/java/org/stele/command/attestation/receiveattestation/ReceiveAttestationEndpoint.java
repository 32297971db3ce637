package org.stele.command.attestation.receiveattestation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/attestations/{id}/receipt} */
@Tag(name = "Attestations")
@RestController
final class ReceiveAttestationEndpoint {

    private final CommandResponder responder;

    ReceiveAttestationEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Enter a version of an attestation as received")
    @Example(
            role = "registrar",
            on = "NOR/submitAttestation",
            refusals = {
                "409 attestation-withdrawn",
                "409 attestation-version-unknown",
                "409 attestation-version-already-received"
            },
            body = """
                    {
                      "version": 1,
                      "reference": "S/AC.49/2020/17",
                      "document": {
                        "symbol": "S/AC.49/2020/17",
                        "onPage": "2020-03-02",
                        "texts": {
                          "en": "2020-03-05"
                        }
                      }
                    }
                    """)
    @PostCommand("/api/v1/attestations/{id}/receipt")
    ResponseEntity<CommandReceipt> receiveAttestation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ReceiveAttestationBody body) {
        return responder.record(
                asked,
                body,
                new ReceiveAttestation(
                        asked.entry(), id, body.version(), body.received(), body.reference(), body.document()));
    }

    /** The receipt of an attestation by the Committee. */
    record ReceiveAttestationBody(
            @Schema(description = "The oldest not yet received where nothing is said") @Nullable
            Integer version,

            @Schema(description = "The New York day of submission where nothing is said") @Nullable
            PartialDate received,

            @MaxSize(FreeText.MAX_REFERENCE) @Nullable String reference,

            @Schema(description = "The document that it came in") @Nullable
            StatedDocument document)
            implements Body {}
}

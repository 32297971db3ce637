package org.stele.command.attestation.publishattestation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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
import org.stele.events.FilingId;
import org.stele.web.body.Body;

/** {@code POST /api/v1/attestations/{id}/publication} */
@Tag(name = "Attestations")
@RestController
final class PublishAttestationEndpoint {

    private final CommandResponder responder;

    PublishAttestationEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Enter that a version of an attestation is published")
    @Example(
            role = "registrar",
            on = "NOR/submitAttestation",
            refusals = {
                "409 attestation-withdrawn",
                "409 attestation-version-unknown",
                "409 attestation-not-received",
                "409 attestation-already-published"
            },
            body = """
                    {
                      "version": 1,
                      "publishedOn": "2020-03-05",
                      "document": {
                        "symbol": "S/AC.49/2020/17",
                        "texts": {
                          "en": "2020-03-05",
                          "fr": "2020-03-12"
                        }
                      }
                    }
                    """)
    @PostCommand("/api/v1/attestations/{id}/publication")
    ResponseEntity<CommandReceipt> publishAttestation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody PublishAttestationBody body) {
        return responder.record(
                asked,
                body,
                new PublishAttestation(asked.entry(), id, body.version(), body.publishedOn(), false, body.document()));
    }

    /** Which version is published, and when. */
    record PublishAttestationBody(
            @Schema(description = "The highest that is received where nothing is said") @Nullable
            Integer version,

            @Schema(description = "Today where nothing is said") @Nullable
            LocalDate publishedOn,

            @Schema(description = "What is stated of its document, such as the days of its texts") @Nullable
            StatedDocument document)
            implements Body {}
}

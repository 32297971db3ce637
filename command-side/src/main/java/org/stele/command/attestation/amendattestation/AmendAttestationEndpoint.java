package org.stele.command.attestation.amendattestation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.attestation.ContentBody;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.http.SourceBody;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/attestations/{id}/amendments} */
@Tag(name = "Attestations")
@RestController
final class AmendAttestationEndpoint {

    private final CommandResponder responder;

    AmendAttestationEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Amend an attestation: a new version beside those before")
    @Example(
            role = "signatory",
            state = "NOR",
            on = "NOR/submitAttestation",
            refusals = {"409 attestation-withdrawn"},
            body = """
                    {
                      "reason": "One more person has left since.",
                      "periodFrom": "2017-12-22",
                      "periodTo": "2019-12-22",
                      "baselineCount": 24,
                      "baselineBasis": "PERMITS",
                      "repatriatedCount": 23,
                      "remainingCount": 1,
                      "remainingAsOf": "2020-02"
                    }
                    """)
    @PostCommand("/api/v1/attestations/{id}/amendments")
    ResponseEntity<CommandReceipt> amendAttestation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody AmendAttestationBody body) {
        return responder.record(
                asked,
                body,
                new AmendAttestation(
                        asked.entry(),
                        id,
                        body.content().toContent(),
                        body.reason(),
                        SourceBody.reference(body.source()),
                        body.document()));
    }

    /** A new version of an attestation. */
    record AmendAttestationBody(
            @JsonUnwrapped ContentBody content,
            @MaxSize(FreeText.MAX_REASON) String reason,

            @Schema(description = "The document that the new version came in") @Nullable
            StatedDocument document,

            @JsonUnwrapped @Nullable SourceBody source)
            implements Body {}
}

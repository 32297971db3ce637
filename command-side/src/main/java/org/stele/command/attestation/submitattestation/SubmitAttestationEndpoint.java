package org.stele.command.attestation.submitattestation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.attestation.ContentBody;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.http.SourceBody;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.web.body.Body;

/** {@code POST /api/v1/attestations} */
@Tag(name = "Attestations")
@RestController
final class SubmitAttestationEndpoint {

    private final CommandResponder responder;

    SubmitAttestationEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Submit an attestation")
    @Example(role = "signatory", state = "NOR", body = """
                    {
                      "obligation": "REP-FIN",
                      "periodFrom": "2017-12-22",
                      "periodTo": "2019-12-22",
                      "baselineCount": 24,
                      "baselineBasis": "PERMITS",
                      "repatriatedCount": 22,
                      "remainingCount": 2,
                      "remainingAsOf": "2019-12-22",
                      "explanation": "Two persons hold residence permits on grounds of international law.",
                      "summary": "Final report under paragraph 8.",
                      "documents": [
                        {
                          "title": "Note verbale",
                          "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                        }
                      ]
                    }
                    """)
    @PostCommand("/api/v1/attestations")
    ResponseEntity<CommandReceipt> submitAttestation(CommandRequest asked, @RequestBody SubmitAttestationBody body) {
        return responder.record(
                asked,
                body,
                new SubmitAttestation(
                        asked.entry(),
                        body.memberState(),
                        body.obligation(),
                        body.content().toContent(),
                        SourceBody.reference(body.source())));
    }

    /** An attestation to submit. */
    record SubmitAttestationBody(
            @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
            MemberState memberState,

            ObligationId obligation,
            @JsonUnwrapped ContentBody content,
            @JsonUnwrapped @Nullable SourceBody source)
            implements Body {}
}

package org.stele.command.attestation.submitattestation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.attestation.ContentBody;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.http.SourceBody;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.web.body.Body;
import org.stele.web.body.InvalidField;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/attestations} */
@Tag(name = "Attestations")
@RestController
final class SubmitAttestationEndpoint {

    private static final int MAX_OBLIGATIONS = 20;

    private final CommandResponder responder;

    SubmitAttestationEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Submit an attestation, or one for each of several obligations that a document answers")
    @Example(role = "signatory", state = "NOR", orReceipts = true, body = """
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
                      ],
                      "document": {
                        "dated": "2020-02-14",
                        "submitted": "2020-02-17"
                      }
                    }
                    """)
    @PostCommand("/api/v1/attestations")
    ResponseEntity<?> submitAttestation(CommandRequest asked, @RequestBody SubmitAttestationBody body) {
        SubmitAttestation command = new SubmitAttestation(
                asked.entry(),
                body.memberState(),
                body.answered().all(),
                body.content().toContent(),
                SourceBody.reference(body.source()),
                body.document());
        return body.answered().obligation() == null
                ? responder.recordAll(asked, body, command)
                : responder.record(asked, body, command);
    }

    /** An attestation to submit. */
    record SubmitAttestationBody(
            @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
            MemberState memberState,

            @JsonUnwrapped ObligationsBody answered,
            @JsonUnwrapped ContentBody content,

            @Schema(description = "The document that it came in") @Nullable
            StatedDocument document,

            @JsonUnwrapped @Nullable SourceBody source)
            implements Body {}

    /** What a document answers: one obligation, or a list of them. */
    record ObligationsBody(
            @Schema(description = "What it answers; this or obligations is needed") @Nullable
            ObligationId obligation,

            @Schema(description = "What one document answers, each once: one attestation for each is recorded, or none")
            @MaxSize(MAX_OBLIGATIONS)
            List<ObligationId> obligations) {

        ObligationsBody {
            if (obligation == null && obligations.isEmpty()) {
                throw new InvalidField("obligation", "This field is required, or obligations with one or more.");
            }
            if (obligation != null && !obligations.isEmpty()) {
                throw new InvalidField("obligations", "Name obligation or obligations, not both.");
            }
        }

        List<ObligationId> all() {
            return obligation == null ? obligations : List.of(obligation);
        }
    }
}

package org.stele.command.attestation.submitattestation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.SourceBody;

/** {@code POST /api/v1/attestations} */
@Tag(name = "Attestations")
@RestController
final class SubmitAttestationEndpoint {

    private final CommandResponder desk;

    SubmitAttestationEndpoint(CommandResponder desk) {
        this.desk = desk;
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
    @PostMapping(
            path = "/api/v1/attestations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> submitAttestation(CommandRequest asked, @RequestBody SubmitAttestationBody body) {
        return desk.record(
                asked,
                body,
                new SubmitAttestation(
                        asked.entry(),
                        body.memberState(),
                        body.obligation(),
                        body.content().toContent(),
                        SourceBody.reference(body.source())));
    }
}

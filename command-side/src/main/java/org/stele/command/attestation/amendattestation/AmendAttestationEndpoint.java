package org.stele.command.attestation.amendattestation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.SourceBody;
import org.stele.events.FilingId;

/** {@code POST /api/v1/attestations/{id}/amendments} */
@Tag(name = "Attestations")
@RestController
final class AmendAttestationEndpoint {

    private final CommandResponder desk;

    AmendAttestationEndpoint(CommandResponder desk) {
        this.desk = desk;
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
    @PostMapping(
            path = "/api/v1/attestations/{id}/amendments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> amendAttestation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody AmendAttestationBody body) {
        return desk.record(
                asked,
                body,
                new AmendAttestation(
                        asked.entry(),
                        id,
                        body.content().toContent(),
                        body.reason(),
                        SourceBody.reference(body.source())));
    }
}

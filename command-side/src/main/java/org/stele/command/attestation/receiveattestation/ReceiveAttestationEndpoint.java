package org.stele.command.attestation.receiveattestation;

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
import org.stele.events.FilingId;

/** {@code POST /api/v1/attestations/{id}/receipt} */
@Tag(name = "Attestations")
@RestController
final class ReceiveAttestationEndpoint {

    private final CommandResponder desk;

    ReceiveAttestationEndpoint(CommandResponder desk) {
        this.desk = desk;
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
                      "reference": "S/AC.49/2020/17"
                    }
                    """)
    @PostMapping(
            path = "/api/v1/attestations/{id}/receipt",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> receiveAttestation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ReceiveAttestationBody body) {
        return desk.record(
                asked,
                body,
                new ReceiveAttestation(asked.entry(), id, body.version(), body.received(), body.reference()));
    }
}

package org.stele.command.attestation.withdrawattestation;

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

/** {@code POST /api/v1/attestations/{id}/withdrawal} */
@Tag(name = "Attestations")
@RestController
final class WithdrawAttestationEndpoint {

    private final CommandResponder desk;

    WithdrawAttestationEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Withdraw an attestation")
    @Example(
            role = "signatory",
            state = "NOR",
            on = "NOR/submitAttestation",
            refusals = {"409 attestation-withdrawn"},
            body = """
                    {
                      "reason": "It was submitted for the wrong obligation."
                    }
                    """)
    @PostMapping(
            path = "/api/v1/attestations/{id}/withdrawal",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> withdrawAttestation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody WithdrawAttestationBody body) {
        return desk.record(asked, body, new WithdrawAttestation(asked.entry(), id, body.reason(), body.received()));
    }
}

package org.stele.command.attestation.withdrawattestation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/attestations/{id}/withdrawal} */
@Tag(name = "Attestations")
@RestController
final class WithdrawAttestationEndpoint {

    private final CommandResponder responder;

    WithdrawAttestationEndpoint(CommandResponder responder) {
        this.responder = responder;
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
    @PostCommand("/api/v1/attestations/{id}/withdrawal")
    ResponseEntity<CommandReceipt> withdrawAttestation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody WithdrawAttestationBody body) {
        return responder.record(
                asked, body, new WithdrawAttestation(asked.entry(), id, body.reason(), body.received()));
    }

    /** Why an attestation is withdrawn. */
    record WithdrawAttestationBody(
            @MaxSize(FreeText.MAX_REASON) String reason,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received)
            implements Body {}
}

package org.stele.command.attestation.withholdattestation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/attestations/{id}/withholding} */
@Tag(name = "Attestations")
@RestController
final class WithholdAttestationEndpoint {

    private final CommandResponder responder;

    WithholdAttestationEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Withhold the text of an attestation at its State's request")
    @Example(
            role = "registrar",
            on = "NOR/submitAttestation",
            refusals = {"409 attestation-version-unknown", "409 attestation-already-withheld"},
            body = """
                    {
                      "reason": "The State asked for it in its note of 3 April 2020."
                    }
                    """)
    @PostCommand("/api/v1/attestations/{id}/withholding")
    ResponseEntity<CommandReceipt> withholdAttestation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody WithholdAttestationBody body) {
        return responder.record(
                asked,
                body,
                new WithholdAttestation(asked.entry(), id, body.version(), body.withheldOn(), body.reason()));
    }

    /** Which version is withheld, since when, and why. */
    record WithholdAttestationBody(
            @Schema(description = "The highest where nothing is said") @Nullable
            Integer version,

            @Schema(description = "Today where nothing is said") @Nullable
            LocalDate withheldOn,

            @MaxSize(FreeText.MAX_REASON) @Nullable String reason)
            implements Body {}
}

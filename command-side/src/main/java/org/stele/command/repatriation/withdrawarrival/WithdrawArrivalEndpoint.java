package org.stele.command.repatriation.withdrawarrival;

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

/** {@code POST /api/v1/arrivals/{id}/withdrawal} */
@Tag(name = "Arrivals")
@RestController
final class WithdrawArrivalEndpoint {

    private final CommandResponder responder;

    WithdrawArrivalEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Withdraw an arrival")
    @Example(
            role = "signatory",
            state = "NOR",
            on = "NOR/recordArrival",
            refusals = {"409 arrival-withdrawn"},
            body = """
                    {
                      "reason": "The persons were counted in another record."
                    }
                    """)
    @PostCommand("/api/v1/arrivals/{id}/withdrawal")
    ResponseEntity<CommandReceipt> withdrawArrival(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody WithdrawArrivalBody body) {
        return responder.record(asked, body, new WithdrawArrival(asked.entry(), id, body.reason(), body.received()));
    }

    /** Why an arrival is withdrawn. */
    record WithdrawArrivalBody(
            @MaxSize(FreeText.MAX_REASON) String reason,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received)
            implements Body {}
}

package org.stele.command.repatriation.correctarrival;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.stele.command.repatriation.ArrivalBody;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/arrivals/{id}/corrections} */
@Tag(name = "Arrivals")
@RestController
final class CorrectArrivalEndpoint {

    private final CommandResponder responder;

    CorrectArrivalEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Correct an arrival: a new version beside those before")
    @Example(
            role = "signatory",
            state = "NOR",
            on = "NOR/recordArrival",
            refusals = {"409 arrival-withdrawn"},
            body = """
                    {
                      "reason": "One of them was counted twice.",
                      "category": "WORKER",
                      "count": 1,
                      "arrived": "2018-05"
                    }
                    """)
    @PostCommand("/api/v1/arrivals/{id}/corrections")
    ResponseEntity<CommandReceipt> correctArrival(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody CorrectArrivalBody body) {
        return responder.record(
                asked,
                body,
                new CorrectArrival(
                        asked.entry(),
                        id,
                        body.arrival().category(),
                        body.arrival().count(),
                        body.arrival().arrived(),
                        body.reason(),
                        body.received()));
    }

    /** A new version of an arrival. */
    record CorrectArrivalBody(
            @JsonUnwrapped ArrivalBody arrival,
            @MaxSize(FreeText.MAX_REASON) String reason,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received)
            implements Body {}
}

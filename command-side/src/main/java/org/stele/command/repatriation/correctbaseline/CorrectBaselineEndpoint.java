package org.stele.command.repatriation.correctbaseline;

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
import org.stele.command.repatriation.BaselineBody;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/baselines/{id}/corrections} */
@Tag(name = "Declared baselines")
@RestController
final class CorrectBaselineEndpoint {

    private final CommandResponder responder;

    CorrectBaselineEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Correct a declared baseline: a new version beside those before")
    @Example(
            role = "signatory",
            state = "NOR",
            on = "NOR/declareBaseline",
            refusals = {"409 baseline-withdrawn"},
            body = """
                    {
                      "reason": "One permit had expired before that day.",
                      "count": 23,
                      "basis": "PERMITS",
                      "on": "2017-12-22"
                    }
                    """)
    @PostCommand("/api/v1/baselines/{id}/corrections")
    ResponseEntity<CommandReceipt> correctBaseline(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody CorrectBaselineBody body) {
        return responder.record(
                asked,
                body,
                new CorrectBaseline(
                        asked.entry(),
                        id,
                        body.baseline().categoryOrWorker(),
                        body.baseline().toBaseline(),
                        body.baseline().on(),
                        body.reason(),
                        body.received()));
    }

    /** A new version of a declared baseline. */
    record CorrectBaselineBody(
            @JsonUnwrapped BaselineBody baseline,
            @MaxSize(FreeText.MAX_REASON) String reason,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received)
            implements Body {}
}

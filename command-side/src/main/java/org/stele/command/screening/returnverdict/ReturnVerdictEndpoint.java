package org.stele.command.screening.returnverdict;

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

/** {@code POST /api/v1/screenings/{id}/return} */
@Tag(name = "Screenings")
@RestController
final class ReturnVerdictEndpoint {

    private final CommandResponder desk;

    ReturnVerdictEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Return the proposed verdict to the analyst")
    @Example(
            role = "screening-reviewer",
            state = "NOR",
            user = "reviewer-3",
            on = "NOR/recordScreeningResult",
            refusals = {"409 no-verdict-proposed", "422 four-eyes"},
            body = """
                    {
                      "reason": "The second candidate is not dealt with."
                    }
                    """)
    @PostMapping(
            path = "/api/v1/screenings/{id}/return",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> returnVerdict(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ReturnVerdictBody body) {
        return desk.record(asked, body, new ReturnVerdict(asked.entry(), id, body.reason()));
    }
}

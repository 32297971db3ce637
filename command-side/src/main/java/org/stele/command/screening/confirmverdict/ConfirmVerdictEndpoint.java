package org.stele.command.screening.confirmverdict;

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

/** {@code POST /api/v1/screenings/{id}/confirmation} */
@Tag(name = "Screenings")
@RestController
final class ConfirmVerdictEndpoint {

    private final CommandResponder desk;

    ConfirmVerdictEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Confirm the proposed verdict")
    @Example(
            role = "screening-reviewer",
            state = "NOR",
            user = "reviewer-3",
            on = "NOR/recordScreeningResult",
            refusals = {"409 no-verdict-proposed", "422 four-eyes"},
            body = """
                    {}
                    """)
    @PostMapping(
            path = "/api/v1/screenings/{id}/confirmation",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> confirmVerdict(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ConfirmVerdictBody body) {
        return desk.record(asked, body, new ConfirmVerdict(asked.entry(), id));
    }
}

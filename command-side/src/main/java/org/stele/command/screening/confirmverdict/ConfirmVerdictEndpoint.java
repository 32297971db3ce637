package org.stele.command.screening.confirmverdict;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.events.FilingId;
import org.stele.web.body.Body;

/** {@code POST /api/v1/screenings/{id}/confirmation} */
@Tag(name = "Screenings")
@RestController
final class ConfirmVerdictEndpoint {

    private final CommandResponder responder;

    ConfirmVerdictEndpoint(CommandResponder responder) {
        this.responder = responder;
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
    @PostCommand("/api/v1/screenings/{id}/confirmation")
    ResponseEntity<CommandReceipt> confirmVerdict(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ConfirmVerdictBody body) {
        return responder.record(asked, body, new ConfirmVerdict(asked.entry(), id));
    }

    /** A confirmation; it has no fields. */
    record ConfirmVerdictBody() implements Body {}
}

package org.stele.command.screening.returnverdict;

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
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/screenings/{id}/return} */
@Tag(name = "Screenings")
@RestController
final class ReturnVerdictEndpoint {

    private final CommandResponder responder;

    ReturnVerdictEndpoint(CommandResponder responder) {
        this.responder = responder;
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
    @PostCommand("/api/v1/screenings/{id}/return")
    ResponseEntity<CommandReceipt> returnVerdict(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ReturnVerdictBody body) {
        return responder.record(asked, body, new ReturnVerdict(asked.entry(), id, body.reason()));
    }

    /** Why a verdict is returned. */
    record ReturnVerdictBody(@MaxSize(FreeText.MAX_REASON) String reason) implements Body {}
}

package org.stele.command.screening.recordscreeningfailure;

import io.swagger.v3.oas.annotations.Operation;
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
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/screenings/{id}/failure} */
@Tag(name = "Screenings")
@RestController
final class RecordScreeningFailureEndpoint {

    private final CommandResponder responder;

    RecordScreeningFailureEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Record that a screening run broke off; it is no clear")
    @Example(
            role = "screening-analyst",
            state = "NOR",
            user = "analyst-12",
            on = "NOR/requestScreening",
            refusals = "409 screening-already-answered",
            body = """
                    {
                      "reasonCode": "TIMEOUT",
                      "detail": "The screener did not answer within a minute."
                    }
                    """)
    @PostCommand("/api/v1/screenings/{id}/failure")
    ResponseEntity<CommandReceipt> recordScreeningFailure(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody RecordScreeningFailureBody body) {
        return responder.record(
                asked, body, new RecordScreeningFailure(asked.entry(), id, body.reasonCode(), body.detail()));
    }

    /** What failed. */
    record RecordScreeningFailureBody(
            @MaxSize(100) String reasonCode,
            @MaxSize(FreeText.MAX_REASON) @Nullable String detail) implements Body {}
}

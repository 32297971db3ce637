package org.stele.command.screening.requestscreening;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Question;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.web.body.Body;

/** {@code POST /api/v1/screening-requests} */
@Tag(name = "Screenings")
@RestController
final class RequestScreeningEndpoint {

    private final CommandResponder responder;

    RequestScreeningEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(
            summary = "Ask for a subject to be screened",
            description =
                    "The receipt's `id` is that of the screening. The trigger SUBJECT_CHANGE says that what is known"
                            + " of the subject changed: its standing verdicts are reopened.")
    @Example(role = "screening-analyst", state = "NOR", user = "analyst-12", body = """
                    {
                      "subject": "5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c73",
                      "subjectKind": "PERSON",
                      "question": "DESIGNATION",
                      "trigger": "PERIODIC"
                    }
                    """)
    @PostCommand("/api/v1/screening-requests")
    ResponseEntity<CommandReceipt> requestScreening(CommandRequest asked, @RequestBody RequestScreeningBody body) {
        return responder.record(
                asked,
                body,
                new RequestScreening(
                        asked.entry(), body.subject(), body.subjectKind(), body.question(), body.trigger()));
    }

    /** Who is to be screened, and why. */
    record RequestScreeningBody(
            @Schema(description = "An opaque random reference, derived from nothing")
            SubjectRef subject,

            SubjectKind subjectKind,
            Question question,
            Trigger trigger)
            implements Body {}
}

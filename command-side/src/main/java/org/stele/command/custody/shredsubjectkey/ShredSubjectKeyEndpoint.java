package org.stele.command.custody.shredsubjectkey;

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
import org.stele.events.SubjectRef;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/subjects/{subject}/shredding} */
@Tag(name = "Custody")
@RestController
final class ShredSubjectKeyEndpoint {

    private final CommandResponder responder;
    private final Shreddings shreddings;

    ShredSubjectKeyEndpoint(CommandResponder responder, Shreddings shreddings) {
        this.responder = responder;
        this.shreddings = shreddings;
    }

    @Operation(
            summary = "Destroy the key of a subject: a person, or a claim whose ground is protected",
            description =
                    "For the custodian. What is sealed under the key can be read by nobody afterwards. The answer comes when the key is destroyed; after a failure, send the same request again.")
    @Example(role = "custodian", user = "staff-0203", refusals = "404 not-found", body = """
                    {
                      "reason": "The State asked for it."
                    }
                    """)
    @PostCommand("/api/v1/subjects/{subject}/shredding")
    ResponseEntity<CommandReceipt> shredSubjectKey(
            CommandRequest asked, @PathVariable SubjectRef subject, @RequestBody ShredSubjectKeyBody body) {
        ResponseEntity<CommandReceipt> recorded =
                responder.record(asked, body, new ShredSubjectKey(asked.entry(), subject, body.reason()));
        shreddings.carryOut();
        return recorded;
    }

    /** Why the key is destroyed. */
    record ShredSubjectKeyBody(@MaxSize(FreeText.MAX_REASON) String reason) implements Body {}
}

package org.stele.command.screening.rejectlistversion;

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
import org.stele.command.screening.list.ListRecord;
import org.stele.events.Sha256Digest;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/list-versions/{sha256}/rejection} */
@Tag(name = "List versions")
@RestController
final class RejectListVersionEndpoint {

    private final CommandResponder responder;

    RejectListVersionEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Reject a held list version")
    @Example(
            role = "registrar",
            on = "registrar/loadListVersion",
            refusals = {"409 list-version-not-held", "409 list-version-already-decided"},
            body = """
                    {
                      "reason": "The server answered with an old file."
                    }
                    """)
    @PostCommand("/api/v1/list-versions/{sha256}/rejection")
    ResponseEntity<CommandReceipt> rejectListVersion(
            CommandRequest asked, @PathVariable Sha256Digest sha256, @RequestBody RejectListVersionBody body) {
        return responder.record(
                asked, body, new RejectListVersion(asked.entry(), ListRecord.LIST, sha256, body.reason()));
    }

    /** Why the registrar decides so. */
    record RejectListVersionBody(
            @MaxSize(FreeText.MAX_REASON) String reason) implements Body {}
}

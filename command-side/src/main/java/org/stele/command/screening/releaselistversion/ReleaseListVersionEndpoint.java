package org.stele.command.screening.releaselistversion;

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

/** {@code POST /api/v1/list-versions/{sha256}/release} */
@Tag(name = "List versions")
@RestController
final class ReleaseListVersionEndpoint {

    private final CommandResponder responder;

    ReleaseListVersionEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Let a held list version stand")
    @Example(
            role = "registrar",
            on = "registrar/loadListVersion",
            refusals = {"409 list-version-not-held", "409 list-version-already-decided"},
            body = """
                    {
                      "reason": "Checked against the press release of the Committee: the count is right."
                    }
                    """)
    @PostCommand("/api/v1/list-versions/{sha256}/release")
    ResponseEntity<CommandReceipt> releaseListVersion(
            CommandRequest asked, @PathVariable Sha256Digest sha256, @RequestBody ReleaseListVersionBody body) {
        return responder.record(
                asked, body, new ReleaseListVersion(asked.entry(), ListRecord.LIST, sha256, body.reason()));
    }

    /** Why the registrar decides so. */
    record ReleaseListVersionBody(
            @MaxSize(FreeText.MAX_REASON) String reason) implements Body {}
}

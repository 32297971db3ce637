package org.stele.command.evidence.resolveevidence;

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
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/evidence/{id}/resolution} */
@Tag(name = "Evidence")
@RestController
final class ResolveEvidenceEndpoint {

    private final CommandResponder responder;

    ResolveEvidenceEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Enter how a piece of evidence was answered")
    @Example(
            role = "chair",
            on = "monitor/recordEvidence",
            refusals = {"409 evidence-already-resolved"},
            body = """
                    {
                      "resolution": "The State showed that the persons are nationals of another country."
                    }
                    """)
    @PostCommand("/api/v1/evidence/{id}/resolution")
    ResponseEntity<CommandReceipt> resolveEvidence(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ResolveEvidenceBody body) {
        return responder.record(
                asked, body, new ResolveEvidence(asked.entry(), id, body.resolution(), body.resolved()));
    }

    /** How a piece of evidence was answered. */
    record ResolveEvidenceBody(
            @MaxSize(FreeText.MAX_STATEMENT) String resolution,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate resolved)
            implements Body {}
}

package org.stele.command.evidence.resolveevidence;

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

/** {@code POST /api/v1/evidence/{id}/resolution} */
@Tag(name = "Evidence")
@RestController
final class ResolveEvidenceEndpoint {

    private final CommandResponder desk;

    ResolveEvidenceEndpoint(CommandResponder desk) {
        this.desk = desk;
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
    @PostMapping(
            path = "/api/v1/evidence/{id}/resolution",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> resolveEvidence(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ResolveEvidenceBody body) {
        return desk.record(asked, body, new ResolveEvidence(asked.entry(), id, body.resolution(), body.resolved()));
    }
}

package org.stele.command.evidence.recordevidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.SourceBody;

/** {@code POST /api/v1/evidence} */
@Tag(name = "Evidence")
@RestController
final class RecordEvidenceEndpoint {

    private final CommandResponder desk;

    RecordEvidenceEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Record what somebody said about a State")
    @Example(
            role = "monitor",
            refusals = {"422 panel-mandate-ended"},
            body = """
                    {
                      "memberState": "NOR",
                      "body": "MSMT",
                      "kind": "PRESS",
                      "asOf": "2025-03",
                      "figure": 5,
                      "contests": true,
                      "statement": "A newspaper reports five workers at a building site.",
                      "sourceTitle": "A newspaper",
                      "sourceAddress": "https://example.org/report"
                    }
                    """)
    @PostMapping(
            path = "/api/v1/evidence",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> recordEvidence(CommandRequest asked, @RequestBody RecordEvidenceBody body) {
        return desk.record(
                asked,
                body,
                new RecordEvidence(
                        asked.entry(),
                        body.memberState(),
                        body.body(),
                        body.kind(),
                        body.asOf(),
                        body.received(),
                        body.figure(),
                        body.contests(),
                        body.statement(),
                        SourceBody.reference(body.source())));
    }
}

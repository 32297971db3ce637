package org.stele.command.evidence.recordevidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.http.SourceBody;
import org.stele.command.rules.FreeText;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/evidence} */
@Tag(name = "Evidence")
@RestController
final class RecordEvidenceEndpoint {

    private final CommandResponder responder;

    RecordEvidenceEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Record what somebody said about a State")
    @Example(
            role = "monitor",
            refusals = {"422 panel-mandate-ended", "422 msmt-not-established"},
            body = """
                    {
                      "memberState": "NOR",
                      "body": "MSMT",
                      "kind": "PRESS",
                      "asOf": "2025-03",
                      "figure": 5,
                      "measure": "PRESENT",
                      "contests": true,
                      "statement": "A newspaper reports five workers at a building site.",
                      "sourceTitle": "A newspaper",
                      "sourceAddress": "https://example.org/report"
                    }
                    """)
    @PostCommand("/api/v1/evidence")
    ResponseEntity<CommandReceipt> recordEvidence(CommandRequest asked, @RequestBody RecordEvidenceBody body) {
        return responder.record(
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
                        SourceBody.reference(body.source()),
                        body.measure(),
                        body.confidential()));
    }

    /** A statement about persons in a State. */
    record RecordEvidenceBody(
            @Schema(description = "The State that the evidence is about")
            MemberState memberState,

            @Schema(description = "The body that a monitor acts for") @Nullable
            MonitoringBody body,

            EvidenceKind kind,

            @Schema(description = "The day or days it speaks of")
            PartialDate asOf,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received,

            @Schema(description = "The number of persons it gives") @Nullable
            PersonsCount figure,

            @Schema(description = "What the figure counts") @Nullable
            EvidenceMeasure measure,

            @Schema(description = "For the Committee and auditors only")
            boolean confidential,

            @Schema(description = "Whether it contradicts what the State attested")
            boolean contests,

            @MaxSize(FreeText.MAX_STATEMENT) String statement,
            @JsonUnwrapped @Nullable SourceBody source)
            implements Body {}
}

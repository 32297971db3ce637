package org.stele.command.repatriation.recordarrival;

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
import org.stele.command.repatriation.ArrivalBody;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;

/** {@code POST /api/v1/arrivals} */
@Tag(name = "Arrivals")
@RestController
final class RecordArrivalEndpoint {

    private final CommandResponder responder;

    RecordArrivalEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Record that persons came")
    @Example(role = "signatory", state = "NOR", body = """
                    {
                      "category": "WORKER",
                      "count": 2,
                      "arrived": "2018-05"
                    }
                    """)
    @PostCommand("/api/v1/arrivals")
    ResponseEntity<CommandReceipt> recordArrival(CommandRequest asked, @RequestBody RecordArrivalBody body) {
        return responder.record(
                asked,
                body,
                new RecordArrival(
                        asked.entry(),
                        body.memberState(),
                        body.arrival().category(),
                        body.arrival().count(),
                        body.arrival().arrived(),
                        body.received(),
                        SourceBody.reference(body.source())));
    }

    /** An arrival to record. */
    record RecordArrivalBody(
            @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
            MemberState memberState,

            @JsonUnwrapped ArrivalBody arrival,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received,

            @JsonUnwrapped @Nullable SourceBody source)
            implements Body {}
}

package org.stele.command.repatriation.declarebaseline;

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
import org.stele.command.repatriation.BaselineBody;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;

/** {@code POST /api/v1/baselines} */
@Tag(name = "Declared baselines")
@RestController
final class DeclareBaselineEndpoint {

    private final CommandResponder responder;

    DeclareBaselineEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Declare how many persons there were on a day")
    @Example(role = "signatory", state = "NOR", body = """
                    {
                      "count": 24,
                      "basis": "PERMITS",
                      "on": "2017-12-22"
                    }
                    """)
    @PostCommand("/api/v1/baselines")
    ResponseEntity<CommandReceipt> declareBaseline(CommandRequest asked, @RequestBody DeclareBaselineBody body) {
        return responder.record(
                asked,
                body,
                new DeclareBaseline(
                        asked.entry(),
                        body.memberState(),
                        body.baseline().categoryOrWorker(),
                        body.baseline().toBaseline(),
                        body.baseline().on(),
                        body.received(),
                        SourceBody.reference(body.source())));
    }

    /** A baseline to declare. */
    record DeclareBaselineBody(
            @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
            MemberState memberState,

            @JsonUnwrapped BaselineBody baseline,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received,

            @JsonUnwrapped @Nullable SourceBody source)
            implements Body {}
}

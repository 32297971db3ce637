package org.stele.command.claims.notifypriorcontracts;

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
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.web.body.Body;

/** {@code POST /api/v1/prior-contracts} */
@Tag(name = "Claims")
@RestController
final class NotifyPriorContractsEndpoint {

    private final CommandResponder responder;

    NotifyPriorContractsEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Notify contracts concluded before S/RES/2375 (2017)")
    @Example(role = "signatory", state = "NOR", body = """
                    {
                      "count": 24,
                      "expectedEnd": "2018-09"
                    }
                    """)
    @PostCommand("/api/v1/prior-contracts")
    ResponseEntity<CommandReceipt> notifyPriorContracts(
            CommandRequest asked, @RequestBody NotifyPriorContractsBody body) {
        return responder.record(
                asked,
                body,
                new NotifyPriorContracts(
                        asked.entry(), body.memberState(), body.count(), body.expectedEnd(), body.received()));
    }

    /** Contracts to notify. */
    record NotifyPriorContractsBody(
            @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
            MemberState memberState,

            @Schema(description = "Persons; left out where no number is given") @Nullable
            PersonsCount count,

            @Schema(description = "When the last of them ends") @Nullable
            PartialDate expectedEnd,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received)
            implements Body {}
}

package org.stele.command.access.withdrawaccreditation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.access.AccreditedAccounts;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/accreditations/{id}/withdrawal} */
@Tag(name = "Access")
@RestController
final class WithdrawAccreditationEndpoint {

    private final CommandResponder responder;
    private final AccreditedAccounts accounts;

    WithdrawAccreditationEndpoint(CommandResponder responder, AccreditedAccounts accounts) {
        this.responder = responder;
        this.accounts = accounts;
    }

    @Operation(summary = "Withdraw an accreditation; its account is closed with this answer")
    @Example(
            role = "registrar",
            on = "registrar/accreditOfficial",
            refusals = {"409 accreditation-withdrawn"},
            body = """
                    {
                      "reason": "The official left the mission."
                    }
                    """)
    @PostCommand("/api/v1/accreditations/{id}/withdrawal")
    ResponseEntity<CommandReceipt> withdrawAccreditation(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody WithdrawAccreditationBody body) {
        ResponseEntity<CommandReceipt> recorded =
                responder.record(asked, body, new WithdrawAccreditation(asked.entry(), id, body.reason()));
        accounts.close(id);
        return recorded;
    }

    /** Why an accreditation is withdrawn. */
    record WithdrawAccreditationBody(
            @MaxSize(FreeText.MAX_REASON) String reason) implements Body {}
}

package org.stele.command.repatriation.withdrawrepatriationnotice;

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

/** {@code POST /api/v1/repatriation-notices/{id}/withdrawal} */
@Tag(name = "Repatriation notices")
@RestController
final class WithdrawRepatriationNoticeEndpoint {

    private final CommandResponder desk;

    WithdrawRepatriationNoticeEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Withdraw a notice")
    @Example(
            role = "signatory",
            state = "NOR",
            on = "NOR/recordRepatriationNotice",
            refusals = {"409 notice-withdrawn"},
            body = """
                    {
                      "reason": "The persons were counted in another notice."
                    }
                    """)
    @PostMapping(
            path = "/api/v1/repatriation-notices/{id}/withdrawal",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> withdrawRepatriationNotice(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody WithdrawRepatriationNoticeBody body) {
        return desk.record(
                asked, body, new WithdrawRepatriationNotice(asked.entry(), id, body.reason(), body.received()));
    }
}

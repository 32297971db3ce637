package org.stele.command.repatriation.withdrawrepatriationnotice;

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

/** {@code POST /api/v1/repatriation-notices/{id}/withdrawal} */
@Tag(name = "Repatriation notices")
@RestController
final class WithdrawRepatriationNoticeEndpoint {

    private final CommandResponder responder;

    WithdrawRepatriationNoticeEndpoint(CommandResponder responder) {
        this.responder = responder;
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
    @PostCommand("/api/v1/repatriation-notices/{id}/withdrawal")
    ResponseEntity<CommandReceipt> withdrawRepatriationNotice(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody WithdrawRepatriationNoticeBody body) {
        return responder.record(
                asked, body, new WithdrawRepatriationNotice(asked.entry(), id, body.reason(), body.received()));
    }

    /** Why a notice is withdrawn. */
    record WithdrawRepatriationNoticeBody(
            @MaxSize(FreeText.MAX_REASON) String reason,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received)
            implements Body {}
}

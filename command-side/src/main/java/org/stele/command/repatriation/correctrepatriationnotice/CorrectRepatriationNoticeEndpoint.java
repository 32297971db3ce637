package org.stele.command.repatriation.correctrepatriationnotice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.stele.command.repatriation.NoticeBody;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/repatriation-notices/{id}/corrections} */
@Tag(name = "Repatriation notices")
@RestController
final class CorrectRepatriationNoticeEndpoint {

    private final CommandResponder responder;

    CorrectRepatriationNoticeEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Correct a notice: a new version beside those before")
    @Example(
            role = "signatory",
            state = "NOR",
            on = "NOR/recordRepatriationNotice",
            refusals = {"409 notice-withdrawn"},
            body = """
                    {
                      "reason": "One person boarded a later flight.",
                      "category": "WORKER",
                      "count": 11,
                      "departed": "2019-11-14",
                      "destination": "PRK",
                      "mode": "AIR",
                      "basis": "LEFT",
                      "sector": "CONSTRUCTION"
                    }
                    """)
    @PostCommand("/api/v1/repatriation-notices/{id}/corrections")
    ResponseEntity<CommandReceipt> correctRepatriationNotice(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody CorrectRepatriationNoticeBody body) {
        return responder.record(
                asked,
                body,
                new CorrectRepatriationNotice(
                        asked.entry(), id, body.notice().toContent(), body.reason(), body.received()));
    }

    /** A new version of a notice. */
    record CorrectRepatriationNoticeBody(
            @JsonUnwrapped NoticeBody notice,
            @MaxSize(FreeText.MAX_REASON) String reason,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received)
            implements Body {}
}

package org.stele.command.repatriation.correctrepatriationnotice;

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

/** {@code POST /api/v1/repatriation-notices/{id}/corrections} */
@Tag(name = "Repatriation notices")
@RestController
final class CorrectRepatriationNoticeEndpoint {

    private final CommandResponder desk;

    CorrectRepatriationNoticeEndpoint(CommandResponder desk) {
        this.desk = desk;
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
                      "mode": "AIR"
                    }
                    """)
    @PostMapping(
            path = "/api/v1/repatriation-notices/{id}/corrections",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> correctRepatriationNotice(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody CorrectRepatriationNoticeBody body) {
        return desk.record(
                asked,
                body,
                new CorrectRepatriationNotice(
                        asked.entry(), id, body.notice().toContent(), body.reason(), body.received()));
    }
}

package org.stele.command.repatriation.recordrepatriationnotice;

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

/** {@code POST /api/v1/repatriation-notices} */
@Tag(name = "Repatriation notices")
@RestController
final class RecordRepatriationNoticeEndpoint {

    private final CommandResponder desk;

    RecordRepatriationNoticeEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Give notice that persons left")
    @Example(role = "signatory", state = "NOR", body = """
                    {
                      "category": "WORKER",
                      "count": 12,
                      "departed": "2019-11-14",
                      "destination": "PRK",
                      "mode": "AIR"
                    }
                    """)
    @PostMapping(
            path = "/api/v1/repatriation-notices",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> recordRepatriationNotice(CommandRequest asked, @RequestBody RecordRepatriationNoticeBody body) {
        return desk.record(
                asked,
                body,
                new RecordRepatriationNotice(
                        asked.entry(),
                        body.memberState(),
                        body.notice().toContent(),
                        body.received(),
                        SourceBody.reference(body.source())));
    }
}

package org.stele.command.repatriation.recordrepatriationnotice;

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
import org.stele.command.repatriation.NoticeBody;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;

/** {@code POST /api/v1/repatriation-notices} */
@Tag(name = "Repatriation notices")
@RestController
final class RecordRepatriationNoticeEndpoint {

    private final CommandResponder responder;

    RecordRepatriationNoticeEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Give notice that persons left")
    @Example(role = "signatory", state = "NOR", body = """
                    {
                      "category": "WORKER",
                      "count": 12,
                      "departed": "2019-11-14",
                      "destination": "PRK",
                      "mode": "AIR",
                      "basis": "LEFT",
                      "sector": "CONSTRUCTION"
                    }
                    """)
    @PostCommand("/api/v1/repatriation-notices")
    ResponseEntity<CommandReceipt> recordRepatriationNotice(
            CommandRequest asked, @RequestBody RecordRepatriationNoticeBody body) {
        return responder.record(
                asked,
                body,
                new RecordRepatriationNotice(
                        asked.entry(),
                        body.memberState(),
                        body.notice().toContent(),
                        body.received(),
                        SourceBody.reference(body.source())));
    }

    /** A notice that persons left. */
    record RecordRepatriationNoticeBody(
            @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
            MemberState memberState,

            @JsonUnwrapped NoticeBody notice,

            @Schema(description = "Today where nothing is said; only a registrar may state another day") @Nullable
            PartialDate received,

            @JsonUnwrapped @Nullable SourceBody source)
            implements Body {}
}

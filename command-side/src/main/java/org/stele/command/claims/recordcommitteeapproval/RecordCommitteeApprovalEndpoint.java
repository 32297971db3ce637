package org.stele.command.claims.recordcommitteeapproval;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.rules.FreeText;
import org.stele.events.MemberState;
import org.stele.events.PersonsCount;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/work-authorizations} */
@Tag(name = "Claims")
@RestController
final class RecordCommitteeApprovalEndpoint {

    private final CommandResponder responder;

    RecordCommitteeApprovalEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Record that the Committee approved work authorizations in advance")
    @Example(role = "chair", body = """
                    {
                      "memberState": "NOR",
                      "count": 3,
                      "purpose": "Delivery of humanitarian assistance.",
                      "approvedOn": "2017-10-02"
                    }
                    """)
    @PostCommand("/api/v1/work-authorizations")
    ResponseEntity<CommandReceipt> recordCommitteeApproval(
            CommandRequest asked, @RequestBody RecordCommitteeApprovalBody body) {
        return responder.record(
                asked,
                body,
                new RecordCommitteeApproval(
                        asked.entry(), body.memberState(), body.count(), body.purpose(), body.approvedOn()));
    }

    /** What the Committee approved. */
    record RecordCommitteeApprovalBody(
            @Schema(description = "The State whose authorizations they are")
            MemberState memberState,

            PersonsCount count,
            @MaxSize(FreeText.MAX_SUMMARY) String purpose,

            @Schema(description = "Today where nothing is said") @Nullable
            LocalDate approvedOn)
            implements Body {}
}

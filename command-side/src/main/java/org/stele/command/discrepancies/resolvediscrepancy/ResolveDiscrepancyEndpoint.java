package org.stele.command.discrepancies.resolvediscrepancy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/discrepancies/{id}/resolution} */
@Tag(name = "Discrepancies")
@RestController
final class ResolveDiscrepancyEndpoint {

    private final CommandResponder responder;
    private final DiscrepancyOwners owners;

    ResolveDiscrepancyEndpoint(CommandResponder responder, DiscrepancyOwners owners) {
        this.responder = responder;
        this.owners = owners;
    }

    @Operation(
            summary = "Decide that a discrepancy is settled",
            description = "The chair decides; the custodian decides of SUBJECT_IN_TWO_STATES, which others do not see.")
    @Example(
            role = "chair",
            on = "NOR/recordRepatriationNotice",
            discrepancy = "NOTICE_LATE",
            refusals = {"409 discrepancy-already-resolved", "403 discrepancy-for-chair"},
            body = """
                    {
                      "text": "The Committee took note of the explanation."
                    }
                    """)
    @PostCommand("/api/v1/discrepancies/{id}/resolution")
    ResponseEntity<CommandReceipt> resolveDiscrepancy(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ResolveDiscrepancyBody body) {
        CommandContext entry = asked.entry();
        entry.requireRole(Role.CHAIR, Role.CUSTODIAN);
        MemberState owner = body.memberState() == null ? owners.of(id, entry) : body.memberState();
        return responder.record(asked, body, new ResolveDiscrepancy(entry, owner, body.otherState(), id, body.text()));
    }

    /** The decision about a discrepancy. */
    record ResolveDiscrepancyBody(
            @Schema(
                    description =
                            "The State whose discrepancy it is; needed where the ledger is too large to be searched for it")
            @Nullable
            MemberState memberState,

            @Schema(
                    description =
                            "The other State of SUBJECT_IN_TWO_STATES, from the custodian; needed where the ledger is too large")
            @Nullable
            MemberState otherState,

            @MaxSize(FreeText.MAX_EXPLANATION) String text)
            implements Body {}
}

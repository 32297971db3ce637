package org.stele.command.discrepancies.explaindiscrepancy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
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

/** {@code POST /api/v1/discrepancies/{id}/explanation} */
@Tag(name = "Discrepancies")
@RestController
final class ExplainDiscrepancyEndpoint {

    private final CommandResponder responder;

    ExplainDiscrepancyEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Explain a discrepancy of one's own State")
    @Example(
            role = "signatory",
            state = "NOR",
            on = "NOR/recordRepatriationNotice",
            discrepancy = "NOTICE_LATE",
            refusals = {"409 discrepancy-already-resolved"},
            body = """
                    {
                      "text": "The airline confirmed the departures only now."
                    }
                    """)
    @PostCommand("/api/v1/discrepancies/{id}/explanation")
    ResponseEntity<CommandReceipt> explainDiscrepancy(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ExplainDiscrepancyBody body) {
        CommandContext entry = asked.entry();
        entry.requireRole(Role.SIGNATORY);
        MemberState own = Objects.requireNonNull(entry.actor().memberState(), "a signatory's State");
        return responder.record(asked, body, new ExplainDiscrepancy(entry, own, id, body.text()));
    }

    /** What the State says about a discrepancy. */
    record ExplainDiscrepancyBody(
            @MaxSize(FreeText.MAX_EXPLANATION) String text) implements Body {}
}

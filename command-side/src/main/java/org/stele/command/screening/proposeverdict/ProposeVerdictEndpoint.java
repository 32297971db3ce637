package org.stele.command.screening.proposeverdict;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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
import org.stele.events.screening.Disposition;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/screenings/{id}/verdict} */
@Tag(name = "Screenings")
@RestController
final class ProposeVerdictEndpoint {

    private final CommandResponder responder;

    ProposeVerdictEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(summary = "Propose a verdict on the hits of a screening")
    @Example(
            role = "screening-analyst",
            state = "NOR",
            user = "analyst-12",
            on = "NOR/recordScreeningResult",
            refusals = {"409 screening-without-hits", "409 verdict-already-proposed", "409 verdict-already-confirmed"},
            body = """
                    {
                      "disposition": "FALSE_POSITIVE",
                      "reasonCode": "OTHER_PERSON",
                      "rationale": "Another person: the year of birth differs by twenty years.",
                      "validUntil": "2027-12-31"
                    }
                    """)
    @PostCommand("/api/v1/screenings/{id}/verdict")
    ResponseEntity<CommandReceipt> proposeVerdict(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ProposeVerdictBody body) {
        return responder.record(
                asked,
                body,
                new ProposeVerdict(
                        asked.entry(),
                        id,
                        body.disposition(),
                        body.reasonCode(),
                        body.rationale(),
                        body.supersedes(),
                        body.validUntil()));
    }

    /** A verdict to propose. */
    record ProposeVerdictBody(
            Disposition disposition,
            @MaxSize(100) String reasonCode,
            @MaxSize(FreeText.MAX_RATIONALE) String rationale,

            @Schema(description = "The screening whose verdict this one replaces") @Nullable
            FilingId supersedes,

            @Schema(description = "The last day on which the verdict may be relied on") @Nullable
            LocalDate validUntil)
            implements Body {}
}

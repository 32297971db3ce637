package org.stele.command.screening.proposeverdict;

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

/** {@code POST /api/v1/screenings/{id}/verdict} */
@Tag(name = "Screenings")
@RestController
final class ProposeVerdictEndpoint {

    private final CommandResponder desk;

    ProposeVerdictEndpoint(CommandResponder desk) {
        this.desk = desk;
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
    @PostMapping(
            path = "/api/v1/screenings/{id}/verdict",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> proposeVerdict(
            CommandRequest asked, @PathVariable FilingId id, @RequestBody ProposeVerdictBody body) {
        return desk.record(
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
}

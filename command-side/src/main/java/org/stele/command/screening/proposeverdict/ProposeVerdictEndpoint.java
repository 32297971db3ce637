package org.stele.command.screening.proposeverdict;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.events.FilingId;

/** {@code POST /api/v1/screenings/{id}/verdict} */
@Tag(name = "Screenings")
@RestController
final class ProposeVerdictEndpoint {

    private final CommandResponder responder;

    ProposeVerdictEndpoint(CommandResponder responder) {
        this.responder = responder;
    }

    @Operation(
            summary = "Propose a verdict on the result of a screening",
            description =
                    "Each candidate of the result gets a verdict; TRUE_MATCH if any, else INCONCLUSIVE if any, else"
                            + " FALSE_POSITIVE follows for the screening. A result without hits needs no verdict on DESIGNATION; on"
                            + " PARAGRAPH_8 it may have one, with disposition, reasonCode and rationale.")
    @Example(
            role = "screening-analyst",
            state = "NOR",
            user = "analyst-12",
            on = "NOR/recordScreeningResult",
            refusals = {
                "409 screening-without-result",
                "409 screening-without-hits",
                "409 verdict-already-proposed",
                "409 verdict-already-confirmed",
                "409 verdict-already-superseded",
                "422 list-version-unknown",
                "422 candidates-undecided",
                "422 candidate-unknown",
                "422 candidate-repeated",
                "422 indicator-unknown",
                "422 indicators-not-for-question",
                "422 superseded-verdict-not-standing",
                "422 superseded-verdict-differs"
            },
            body = """
                    {
                      "candidates": [
                        {
                          "entry": "KPi.001",
                          "disposition": "FALSE_POSITIVE",
                          "reasonCode": "OTHER_PERSON",
                          "rationale": "Another person: the year of birth differs by twenty years."
                        }
                      ],
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
                        new VerdictScreenings(id, body.supersedes()),
                        body.verdicts(),
                        body.whole(),
                        body.nationalities(),
                        body.findings(),
                        body.validUntil()));
    }
}

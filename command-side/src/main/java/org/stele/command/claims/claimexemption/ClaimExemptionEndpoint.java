package org.stele.command.claims.claimexemption;

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

/** {@code POST /api/v1/exemption-claims} */
@Tag(name = "Claims")
@RestController
final class ClaimExemptionEndpoint {

    private final CommandResponder desk;

    ClaimExemptionEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Claim an exception of paragraph 8")
    @Example(role = "signatory", state = "NOR", body = """
                    {
                      "ground": "REFUGEE_LAW",
                      "count": 2,
                      "effectiveOn": "2019-12-22",
                      "summary": "Two persons hold residence permits as refugees."
                    }
                    """)
    @PostMapping(
            path = "/api/v1/exemption-claims",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> claimExemption(CommandRequest asked, @RequestBody ClaimExemptionBody body) {
        return desk.record(
                asked,
                body,
                new ClaimExemption(
                        asked.entry(),
                        body.memberState(),
                        body.ground(),
                        body.count(),
                        body.effectiveOn(),
                        body.claimed(),
                        body.summary(),
                        SourceBody.reference(body.source())));
    }
}

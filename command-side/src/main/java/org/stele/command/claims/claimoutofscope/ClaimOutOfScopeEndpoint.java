package org.stele.command.claims.claimoutofscope;

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

/** {@code POST /api/v1/scope-claims} */
@Tag(name = "Claims")
@RestController
final class ClaimOutOfScopeEndpoint {

    private final CommandResponder desk;

    ClaimOutOfScopeEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Claim that persons are outside paragraph 8")
    @Example(role = "signatory", state = "NOR", body = """
                    {
                      "ground": "NOT_EARNING_INCOME",
                      "count": 2,
                      "effectiveOn": "2019-12-22",
                      "summary": "Two persons are present and earn no income."
                    }
                    """)
    @PostMapping(
            path = "/api/v1/scope-claims",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> claimOutOfScope(CommandRequest asked, @RequestBody ClaimOutOfScopeBody body) {
        return desk.record(
                asked,
                body,
                new ClaimOutOfScope(
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

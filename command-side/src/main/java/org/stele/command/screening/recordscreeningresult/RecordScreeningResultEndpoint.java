package org.stele.command.screening.recordscreeningresult;

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

/** {@code POST /api/v1/screenings} */
@Tag(name = "Screenings")
@RestController
final class RecordScreeningResultEndpoint {

    private final CommandResponder desk;

    RecordScreeningResultEndpoint(CommandResponder desk) {
        this.desk = desk;
    }

    @Operation(summary = "Record what a screener found")
    @Example(role = "screening-analyst", state = "NOR", user = "analyst-12", body = """
                    {
                      "subject": "5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c73",
                      "subjectKind": "PERSON",
                      "question": "DESIGNATION",
                      "trigger": "ONBOARDING",
                      "queryAttributesSha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                      "listId": "UN-1718",
                      "listAddress": "https://scsanctions.un.org/resources/xml/en/consolidated.xml",
                      "listGeneratedAt": "2026-01-15T06:00:00Z",
                      "listSha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                      "listEntriesCount": 155,
                      "algorithm": "logic-v1",
                      "algorithmVersion": "1.4.0",
                      "threshold": 0.7,
                      "cutoff": 0.5,
                      "candidates": [
                        {
                          "entryReference": "KPi.001",
                          "score": 0.82,
                          "features": {
                            "name": 0.9,
                            "country": 0.5
                          }
                        }
                      ]
                    }
                    """)
    @PostMapping(
            path = "/api/v1/screenings",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandReceipt> recordScreeningResult(CommandRequest asked, @RequestBody RecordScreeningResultBody body) {
        return desk.record(
                asked,
                body,
                new RecordScreeningResult(
                        asked.entry(),
                        body.subject(),
                        body.subjectKind(),
                        body.question(),
                        body.trigger(),
                        body.queryAttributesSha256(),
                        body.listVersion(),
                        body.algorithmUsed(),
                        body.candidatesFound()));
    }
}

package org.stele.command.screening.recordscreeningresult;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.Rejected;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.screening.listversions.ListVersions;
import org.stele.events.screening.Screener;

/** {@code POST /api/v1/screenings} */
@Tag(name = "Screenings")
@RestController
final class RecordScreeningResultEndpoint {

    private static final String DESCRIPTION = """
            The answer of an outside screener is sent unchanged as `answer`, with what it does not tell beside it; whatever \
            nobody states is recorded as not stated. Only ids, scores and names of features are recorded: names, dates, \
            numbers and explanations of the answer are not. An answer that says that the screener refused, or that \
            lacks a subject, is recorded as a failed screening.

            With format yente, an answer about several queries needs `subjects`, `{"query key": {"subject": ..}}`: one \
            screening for each is recorded, or none, and the answer is `{"receipts": [..]}` in the order of `subjects`.""";

    private final CommandResponder responder;
    private final ResultCommands commands;

    RecordScreeningResultEndpoint(CommandResponder responder, ListVersions lists) {
        this.responder = responder;
        this.commands = new ResultCommands(lists);
    }

    @Operation(summary = "Record what a screener found", description = DESCRIPTION)
    @Example(
            role = "screening-analyst",
            state = "NOR",
            user = "analyst-12",
            orReceipts = true,
            refusals = {"404 not-found", "409 screening-already-answered", "422 screening-request-differs"},
            body = """
                    {
                      "subject": "5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c73",
                      "subjectKind": "PERSON",
                      "question": "DESIGNATION",
                      "trigger": "ONBOARDING",
                      "algorithm": "logic-v1",
                      "algorithmVersion": "1.4.0",
                      "threshold": 0.7,
                      "cutoff": 0.5,
                      "limit": 10,
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
    @PostCommand("/api/v1/screenings")
    ResponseEntity<?> recordScreeningResult(
            CommandRequest asked,
            @Parameter(
                            description = "In whose form the result is",
                            schema =
                                    @Schema(
                                            allowableValues = {"stele", "yente", "watchman"},
                                            defaultValue = "stele"))
                    @RequestParam(name = "format", defaultValue = "stele")
                    String format,
            @RequestBody ResultBody body) {
        List<RecordScreeningResult> results = commands.of(asked.entry(), screener(format), body);
        if (body.subjects().isEmpty()) {
            return responder.record(asked, body, results.getFirst());
        }
        return responder.recordAll(asked, body, new RecordScreeningResults(asked.entry(), results));
    }

    private static Screener screener(String format) {
        return switch (format) {
            case "stele" -> Screener.STELE;
            case "yente" -> Screener.YENTE;
            case "watchman" -> Screener.WATCHMAN;
            default -> throw Rejected.malformed("format", "Expected stele, yente or watchman.");
        };
    }
}

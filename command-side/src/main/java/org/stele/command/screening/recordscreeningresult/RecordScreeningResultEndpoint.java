package org.stele.command.screening.recordscreeningresult;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.command.rules.FreeText;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Algorithm;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.ListVersion;
import org.stele.events.screening.Question;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.web.body.Body;
import org.stele.web.body.InvalidField;
import org.stele.web.body.MaxSize;

/** {@code POST /api/v1/screenings} */
@Tag(name = "Screenings")
@RestController
final class RecordScreeningResultEndpoint {

    private final CommandResponder responder;

    RecordScreeningResultEndpoint(CommandResponder responder) {
        this.responder = responder;
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
    @PostCommand("/api/v1/screenings")
    ResponseEntity<CommandReceipt> recordScreeningResult(
            CommandRequest asked, @RequestBody RecordScreeningResultBody body) {
        return responder.record(
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

    /** What a screener found about one subject. */
    record RecordScreeningResultBody(
            SubjectRef subject,
            SubjectKind subjectKind,
            Question question,
            Trigger trigger,

            @Schema(description = "Digest of what was searched for; the attributes stay with the State")
            Sha256Digest queryAttributesSha256,

            String listId,
            @MaxSize(FreeText.MAX_ADDRESS) String listAddress,
            Instant listGeneratedAt,
            Sha256Digest listSha256,
            int listEntriesCount,
            String algorithm,
            String algorithmVersion,

            @Schema(description = "A candidate at or above it is a hit")
            BigDecimal threshold,

            @Schema(description = "Candidates below it were not returned")
            BigDecimal cutoff,

            @Schema(description = "All that the screener returned, hits or not")
            @MaxSize(RecordScreeningResultHandler.MAX_CANDIDATES)
            List<CandidateBody> candidates)
            implements Body {

        /** An entry of the list that resembles the subject. */
        record CandidateBody(
                String entryReference,
                BigDecimal score,

                @Schema(description = "What the score is made of") @MaxSize(RecordScreeningResultHandler.MAX_FEATURES)
                Map<String, BigDecimal> features) {

            CandidateBody {
                Scores.require("score", score);
                features.forEach((name, feature) -> Scores.require("features." + name, feature));
            }
        }

        RecordScreeningResultBody {
            Scores.require("threshold", threshold);
            Scores.require("cutoff", cutoff);
            if (listEntriesCount < 0) {
                throw new InvalidField("listEntriesCount", "Expected a count from 0.");
            }
        }

        ListVersion listVersion() {
            return new ListVersion(listId, listAddress, listGeneratedAt, listSha256, listEntriesCount);
        }

        Algorithm algorithmUsed() {
            return new Algorithm(algorithm, algorithmVersion, threshold, cutoff);
        }

        List<Candidate> candidatesFound() {
            return candidates.stream()
                    .map(found -> new Candidate(found.entryReference(), found.score(), found.features()))
                    .toList();
        }
    }
}

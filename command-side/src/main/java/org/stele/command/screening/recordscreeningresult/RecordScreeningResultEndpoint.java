package org.stele.command.screening.recordscreeningresult;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stele.command.entry.CommandReceipt;
import org.stele.command.http.CommandRequest;
import org.stele.command.http.CommandResponder;
import org.stele.command.http.Example;
import org.stele.command.http.PostCommand;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Candidate;
import org.stele.events.screening.Question;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.web.body.Body;
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
                      "listSha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
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
                        Screener.STELE,
                        body.listSha256(),
                        body.settings(),
                        body.candidatesFound()));
    }

    /** What a screener found about one subject. */
    record RecordScreeningResultBody(
            SubjectRef subject,
            SubjectKind subjectKind,
            Question question,
            Trigger trigger,

            @Schema(description = "Digest of the list version that was searched") @Nullable
            Sha256Digest listSha256,

            @Nullable String algorithm,
            @Nullable String algorithmVersion,

            @Schema(description = "A candidate at or above it is a hit") @Nullable
            BigDecimal threshold,

            @Schema(description = "Candidates at or below it were not returned") @Nullable
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
            if (threshold != null) {
                Scores.require("threshold", threshold);
            }
            if (cutoff != null) {
                Scores.require("cutoff", cutoff);
            }
        }

        ScreenerSettings settings() {
            return new ScreenerSettings(algorithm, algorithmVersion, threshold, cutoff, null, null);
        }

        List<Candidate> candidatesFound() {
            return candidates.stream()
                    .map(found -> new Candidate(
                            found.entryReference(),
                            null,
                            found.score(),
                            threshold == null ? null : found.score().compareTo(threshold) >= 0,
                            new TreeMap<>(found.features())))
                    .toList();
        }
    }
}

package org.stele.command.screening.recordscreeningresult;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** What a screener found about one subject. */
record RecordScreeningResultBody(
        SubjectRef subject,
        SubjectKind subjectKind,
        Question question,
        Trigger trigger,

        @Schema(description = "Digest of what was searched for; the attributes stay with the State")
        Sha256Digest queryAttributesSha256,

        String listId,
        @MaxSize(FreeText.MOST_ADDRESS) String listAddress,
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
        @MaxSize(RecordScreeningResultHandler.MOST_CANDIDATES)
        List<CandidateBody> candidates)
        implements Body {

    /** An entry of the list that resembles the subject. */
    record CandidateBody(
            String entryReference,
            BigDecimal score,

            @Schema(description = "What the score is made of") @MaxSize(RecordScreeningResultHandler.MOST_FEATURES)
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

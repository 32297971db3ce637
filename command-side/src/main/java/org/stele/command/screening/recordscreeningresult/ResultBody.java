package org.stele.command.screening.recordscreeningresult;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Question;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.web.body.Body;
import org.stele.web.body.InvalidField;
import org.stele.web.body.MaxSize;
import tools.jackson.databind.JsonNode;

/** What a screener found: its answer as it came, or candidates, and what the answer does not tell. */
record ResultBody(
        @Schema(description = "The screening that was requested, or failed before; without it another one begins")
        @Nullable
        FilingId screening,

        @Schema(description = "Required unless screening or subjects is there") @Nullable
        SubjectRef subject,

        @Nullable SubjectKind subjectKind,
        @Nullable Question question,
        @Nullable Trigger trigger,

        @Schema(description = "Whom each key of yente's queries is about")
        @MaxSize(RecordScreeningResultHandler.MAX_CANDIDATES)
        Map<String, SubjectBody> subjects,

        @Schema(description = "Digest of the list version that was searched; nothing where nobody knows it") @Nullable
        Sha256Digest listSha256,

        @Nullable String algorithm,
        @Nullable String algorithmVersion,

        @Schema(description = "A candidate at or above it is a hit; without it every candidate counts as one") @Nullable
        BigDecimal threshold,

        @Schema(description = "Candidates at or below it were not returned") @Nullable
        BigDecimal cutoff,

        @Schema(description = "The most candidates that were asked for") @Nullable
        Integer limit,

        @Schema(description = "Digest of the weights and settings that were sent along") @Nullable
        Sha256Digest weightsSha256,

        @Schema(description = "All that the screener returned, hits or not; for the format stele")
        @MaxSize(RecordScreeningResultHandler.MAX_CANDIDATES)
        List<CandidateBody> candidates,

        @Schema(description = "The body of the screener's answer, unchanged; for the formats yente and watchman")
        @Nullable
        JsonNode answer,

        @Schema(
                description =
                        "The body of Watchman's GET /v2/listinfo: it tells its version, and which list was searched")
        @Nullable
        JsonNode listInfo)
        implements Body {

    /** Whom one key of a batch is about. */
    record SubjectBody(
            @Nullable FilingId screening,
            @Nullable SubjectRef subject,
            @Nullable SubjectKind subjectKind) {}

    /** An entry of the list that resembles the subject. */
    record CandidateBody(
            String entryReference,

            @Schema(description = "The entry's DATAID") @Nullable
            Integer dataId,

            BigDecimal score,

            @Schema(description = "What the score is made of") @MaxSize(RecordScreeningResultHandler.MAX_FEATURES)
            Map<String, BigDecimal> features) {

        CandidateBody {
            Scores.require("score", score);
            features.forEach((name, feature) -> Scores.require("features." + name, feature));
        }

        FoundCandidate found() {
            return new FoundCandidate(
                    entryReference,
                    entryReference,
                    dataId == null ? null : dataId.longValue(),
                    score,
                    null,
                    new TreeMap<>(features));
        }
    }

    ResultBody {
        if (threshold != null) {
            Scores.require("threshold", threshold);
        }
        if (cutoff != null) {
            Scores.require("cutoff", cutoff);
        }
        if (limit != null && limit < 1) {
            throw new InvalidField("limit", "Expected a whole number from 1.");
        }
    }

    /** @param told the limit that the answer tells; null where it tells none */
    ScreenerSettings settings(@Nullable Integer told) {
        return new ScreenerSettings(
                algorithm,
                algorithmVersion == null ? versionTold() : algorithmVersion,
                threshold,
                cutoff,
                limit == null ? told : limit,
                weightsSha256);
    }

    private @Nullable String versionTold() {
        JsonNode version = listInfo == null ? null : listInfo.path("version");
        return version != null && version.isString() ? version.stringValue() : null;
    }

    /** Watchman's digest of the digest of the list that it searched; null where it is not told. */
    @Nullable
    String digestOfDigest() {
        JsonNode hash = listInfo == null ? null : listInfo.path("listHashes").path("un_csl");
        return hash != null && hash.isString() ? hash.stringValue() : null;
    }
}

package org.stele.command.attestation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.events.PartialDate;
import org.stele.events.Sha256Digest;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.DocumentDigest;
import org.stele.events.attestation.Visibility;
import org.stele.web.body.InvalidField;
import org.stele.web.body.MaxSize;

/** The content of an attestation, as part of a request body; the counts beside it are those of workers. */
public record ContentBody(
        @Nullable PartialDate periodFrom,
        @Nullable PartialDate periodTo,
        @JsonUnwrapped FiguresBody workers,

        @Schema(description = "Counts of government safety oversight attachés") @Nullable
        FiguresBody attaches,

        @Nullable FiguresBody dependants,

        @Schema(description = "The State says that it has nobody to repatriate")
        boolean declaredNil,

        @Schema(description = "The State says so without giving both figures")
        boolean assertsMoreThanHalf,

        @Schema(description = "Some figure was worked out by others")
        boolean figuresDerived,

        @Schema(description = "PUBLISHED where nothing is said") @Nullable
        Visibility visibility,

        @Schema(description = "Why fewer than half, or not all, were repatriated")
        @MaxSize(FreeText.MAX_EXPLANATION)
        @Nullable
        String explanation,

        @Schema(description = "What the records cannot show") @MaxSize(FreeText.MAX_DATA_LIMIT) @Nullable
        String dataLimit,

        @MaxSize(FreeText.MAX_SUMMARY) @Nullable String summary,
        @MaxSize(ContentRules.MAX_DOCUMENTS) List<DocumentBody> documents) {

    /** A document that is kept elsewhere. */
    public record DocumentBody(@MaxSize(FreeText.MAX_TITLE) String title, Sha256Digest sha256) {}

    public ContentBody {
        if (periodFrom != null && periodTo != null && periodFrom.firstDay().isAfter(periodTo.lastDay())) {
            throw new InvalidField("periodTo", "The period runs backwards: it begins on %s.".formatted(periodFrom));
        }
    }

    /** The same as events hold it. */
    public AttestationContent toContent() {
        return new AttestationContent(
                FiguresBody.figures(workers),
                FiguresBody.figures(attaches),
                FiguresBody.figures(dependants),
                periodFrom,
                periodTo,
                declaredNil,
                assertsMoreThanHalf,
                figuresDerived,
                visibility == null ? Visibility.PUBLISHED : visibility,
                explanation,
                dataLimit,
                summary,
                documents.stream()
                        .map(document -> new DocumentDigest(document.title(), document.sha256()))
                        .toList());
    }
}

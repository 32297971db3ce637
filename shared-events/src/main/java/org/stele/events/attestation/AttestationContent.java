package org.stele.events.attestation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;

/**
 * The content of one version of an attestation. Nothing in it is added up or corrected: it is what the State stated.
 *
 * @param workers counts of workers, the only ones that statuses read; null where none is stated
 * @param attaches counts of government safety oversight attachés; null where none is stated
 * @param dependants counts of persons who came along; null where none is stated
 * @param declaredNil the State says that it has nobody to repatriate
 * @param assertsMoreThanHalf the State says that more than half were repatriated
 * @param figuresDerived others, not the State, worked out some figure
 * @param explanation why fewer than half, or not all, were repatriated
 * @param dataLimit what the State says that its records cannot show
 * @param summary a short summary of the filing
 */
public record AttestationContent(
        @Nullable Figures workers,
        @Nullable Figures attaches,
        @Nullable Figures dependants,
        @Nullable PartialDate periodFrom,
        @Nullable PartialDate periodTo,
        boolean declaredNil,
        boolean assertsMoreThanHalf,
        boolean figuresDerived,
        Visibility visibility,
        @Nullable String explanation,
        @Nullable String dataLimit,
        @Nullable String summary,
        List<DocumentDigest> documents) {

    public AttestationContent {
        documents = List.copyOf(documents);
        if (periodFrom != null && periodTo != null && periodFrom.firstDay().isAfter(periodTo.lastDay())) {
            throw new IllegalArgumentException(
                    "The period runs backwards: from %s to %s.".formatted(periodFrom, periodTo));
        }
    }
}

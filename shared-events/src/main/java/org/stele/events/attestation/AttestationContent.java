package org.stele.events.attestation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;

/**
 * What one version of an attestation says. Nothing in it is added up or corrected: it is what the State stated.
 *
 * @param workers counts of workers, the only ones that statuses read; null where none is stated
 * @param attaches counts of government safety oversight attachés; null where none is stated
 * @param dependants counts of persons who came along; null where none is stated
 * @param declaredNil the State says that it has nobody to repatriate
 * @param assertsMoreThanHalf the State says that more than half were repatriated
 * @param figuresDerived some figure was worked out by others, not stated by the State
 * @param explanation why fewer than half, or not all, were repatriated
 * @param dataLimit what the State says that its records cannot show
 * @param summary what the filing says, in few words
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

package org.stele.events.attestation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;

/**
 * The document that an attestation came in, with its several days. One document may answer several obligations: the
 * attestations that it holds name the same {@link #id}. What nobody stated is null.
 *
 * @param symbol such as {@code S/AC.49/2020/17/Add.1}
 * @param follows the symbol of the document that this one supplements, corrects, replaces or issues again
 * @param dated the day on the note
 * @param submitted the day on which the note was handed over
 * @param onPage the day on which the Committee's page showed it
 * @param texts the day on which its text was published, by language
 * @param reissued the day of the star
 */
public record CommitteeDocument(
        FilingId id,
        @Nullable String symbol,
        DocumentKind kind,
        @Nullable String follows,
        @Nullable PartialDate dated,
        @Nullable PartialDate submitted,
        @Nullable PartialDate onPage,
        SortedMap<DocumentLanguage, PartialDate> texts,
        @Nullable PartialDate reissued) {

    public CommitteeDocument {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        if ((kind == DocumentKind.ORIGINAL) != (follows == null)) {
            throw new IllegalArgumentException(
                    kind == DocumentKind.ORIGINAL
                            ? "A document that follows another is an addendum, corrigendum, revision or reissue."
                            : "A document of the kind %s names the one that it follows.".formatted(kind));
        }
    }
}

package org.stele.command.attestation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.attestation.CommitteeDocument;
import org.stele.events.attestation.DocumentKind;
import org.stele.events.attestation.DocumentLanguage;
import org.stele.web.body.InvalidField;
import org.stele.web.body.MaxSize;

/**
 * What is stated of the document that an attestation came in, in a request and in a command.
 *
 * @param kind null for an original
 * @param texts the day on which its text was published, by language
 */
public record StatedDocument(
        @Schema(
                description =
                        "The symbol that the Committee gave it, such as S/AC.49/2020/17/Add.1; only a registrar states it")
        @MaxSize(FreeText.MAX_REFERENCE)
        @Nullable
        String symbol,

        @Schema(description = "ORIGINAL where nothing is said") @Nullable
        DocumentKind kind,

        @Schema(description = "The symbol of the document that it supplements, corrects, replaces or issues again")
        @MaxSize(FreeText.MAX_REFERENCE)
        @Nullable
        String follows,

        @Schema(description = "The day on the note") @Nullable
        PartialDate dated,

        @Schema(description = "The day on which the note was handed over") @Nullable
        PartialDate submitted,

        @Schema(description = "The day on which the Committee's page showed it; only a registrar states it") @Nullable
        PartialDate onPage,

        @Schema(
                description =
                        "The day on which its text was published, by language (ar, en, es, fr, ru, zh); only a registrar states it")
        Map<String, PartialDate> texts,

        @Schema(description = "The day of the star; only a registrar states it") @Nullable
        PartialDate reissued) {

    public StatedDocument {
        texts = Map.copyOf(texts);
        texts.keySet().forEach(StatedDocument::language);
        if (kindOr(kind) == DocumentKind.ORIGINAL && follows != null) {
            throw new InvalidField(
                    "follows", "A document that follows another is an ADDENDUM, CORRIGENDUM, REVISION or REISSUE.");
        }
        if (kindOr(kind) != DocumentKind.ORIGINAL && follows == null) {
            throw new InvalidField("follows", "Name the symbol of the document that this %s follows.".formatted(kind));
        }
    }

    /** A document of which nothing is stated but that it is one. */
    public static StatedDocument unstated() {
        return new StatedDocument(null, null, null, null, null, null, Map.of(), null);
    }

    private static DocumentKind kindOr(@Nullable DocumentKind kind) {
        return kind == null ? DocumentKind.ORIGINAL : kind;
    }

    private static DocumentLanguage language(String text) {
        try {
            return DocumentLanguage.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("texts." + text, String.valueOf(e.getMessage()));
        }
    }

    CommitteeDocument toDocument(FilingId id) {
        SortedMap<DocumentLanguage, PartialDate> published = new TreeMap<>();
        texts.forEach((text, day) -> published.put(language(text), day));
        return new CommitteeDocument(id, symbol, kindOr(kind), follows, dated, submitted, onPage, published, reissued);
    }
}

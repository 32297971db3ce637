package org.stele.command.attestation;

import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.attestation.AttestationContent;

/**
 * The rules for the content of an attestation. Figures are recorded as stated: the views flag figures that do not add
 * up (rules, P1).
 */
public final class ContentRules {

    public static final int MAX_DOCUMENTS = 50;

    private ContentRules() {}

    public static void require(AttestationContent content) {
        Rejected.unlessAll(
                () -> FreeText.require("explanation", content.explanation(), FreeText.MAX_EXPLANATION),
                () -> FreeText.require("dataLimit", content.dataLimit(), FreeText.MAX_DATA_LIMIT),
                () -> FreeText.require("summary", content.summary(), FreeText.MAX_SUMMARY),
                () -> requireDocuments(content));
    }

    private static void requireDocuments(AttestationContent content) {
        if (content.documents().size() > MAX_DOCUMENTS) {
            throw Rejected.malformed(
                    "documents",
                    "Expected at most %s documents, got %s."
                            .formatted(MAX_DOCUMENTS, content.documents().size()));
        }
        for (int index = 0; index < content.documents().size(); index++) {
            FreeText.require(
                    "documents[%s].title".formatted(index),
                    content.documents().get(index).title(),
                    FreeText.MAX_TITLE);
        }
    }
}

package org.stele.statefile;

import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;
import org.stele.events.attestation.CommitteeDocument;

/**
 * What the registrar entered of the receipt of one version.
 *
 * @param reference the number that the Committee gave it
 * @param document what was stated of the document then; null where nothing
 */
public record CommitteeReceipt(
        PartialDate on,
        @Nullable String reference,
        @Nullable CommitteeDocument document,
        long position) implements Fact {}

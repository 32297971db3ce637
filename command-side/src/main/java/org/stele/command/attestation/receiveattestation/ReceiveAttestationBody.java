package org.stele.command.attestation.receiveattestation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.events.PartialDate;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** The receipt of an attestation by the Committee. */
record ReceiveAttestationBody(
        @Schema(description = "The oldest not yet received where nothing is said") @Nullable
        Integer version,

        @Schema(description = "The New York day of submission where nothing is said") @Nullable
        PartialDate received,

        @MaxSize(FreeText.MOST_REFERENCE) @Nullable String reference)
        implements Body {}

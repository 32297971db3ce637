package org.stele.command.attestation.amendattestation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.stele.command.attestation.ContentBody;
import org.stele.command.http.SourceBody;
import org.stele.command.rules.FreeText;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** A new version of an attestation. */
record AmendAttestationBody(
        @JsonUnwrapped ContentBody content,
        @MaxSize(FreeText.MOST_REASON) String reason,
        @JsonUnwrapped @Nullable SourceBody source)
        implements Body {}

package org.stele.command.attestation.submitattestation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stele.command.attestation.ContentBody;
import org.stele.command.http.SourceBody;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.web.body.Body;

/** An attestation to submit. */
record SubmitAttestationBody(
        @Schema(description = "For registrars, who enter filings on paper; nobody else may name it") @Nullable
        MemberState memberState,

        ObligationId obligation,
        @JsonUnwrapped ContentBody content,
        @JsonUnwrapped @Nullable SourceBody source)
        implements Body {}

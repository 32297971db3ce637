package org.stele.events.claims;

import org.jspecify.annotations.Nullable;
import org.stele.events.SourceReference;

/** What of a claim is sealed, because its ground tells of a protected status: for the filing State and the custodian only. */
public record ProtectedClaim(
        ExemptionGround ground,
        @Nullable String summary,
        @Nullable SourceReference source) {}

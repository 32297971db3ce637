package org.stele.command.claims.upholdclaim;

import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** Why the Committee upheld a claim. */
record UpholdClaimBody(
        @MaxSize(FreeText.MOST_REASON) @Nullable String reason) implements Body {}

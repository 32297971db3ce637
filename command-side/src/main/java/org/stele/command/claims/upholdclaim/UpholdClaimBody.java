package org.stele.command.claims.upholdclaim;

import org.jspecify.annotations.Nullable;
import org.stele.command.rules.FreeText;
import org.stele.web.json.AtMost;
import org.stele.web.json.Body;

/** Why the Committee upheld a claim. */
record UpholdClaimBody(
        @AtMost(FreeText.MOST_REASON) @Nullable String reason) implements Body {}

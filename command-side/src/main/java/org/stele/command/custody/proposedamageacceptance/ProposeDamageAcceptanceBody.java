package org.stele.command.custody.proposedamageacceptance;

import org.stele.command.rules.FreeText;
import org.stele.web.json.AtMost;
import org.stele.web.json.Body;

/** Why the ledger should go on with the damage. */
record ProposeDamageAcceptanceBody(
        @AtMost(FreeText.MOST_REASON) String reason) implements Body {}

package org.stele.command.custody.proposedamageacceptance;

import org.stele.command.rules.FreeText;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** Why the ledger should go on with the damage. */
record ProposeDamageAcceptanceBody(
        @MaxSize(FreeText.MOST_REASON) String reason) implements Body {}

package org.stele.command.screening.returnverdict;

import org.stele.command.rules.FreeText;
import org.stele.web.json.AtMost;
import org.stele.web.json.Body;

/** Why a verdict is returned. */
record ReturnVerdictBody(@AtMost(FreeText.MOST_REASON) String reason) implements Body {}

package org.stele.command.screening.returnverdict;

import org.stele.command.rules.FreeText;
import org.stele.web.body.Body;
import org.stele.web.body.MaxSize;

/** Why a verdict is returned. */
record ReturnVerdictBody(@MaxSize(FreeText.MOST_REASON) String reason) implements Body {}

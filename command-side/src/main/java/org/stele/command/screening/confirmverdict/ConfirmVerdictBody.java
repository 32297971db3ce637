package org.stele.command.screening.confirmverdict;

import org.stele.web.body.Body;

/** A confirmation; it has nothing to say. */
record ConfirmVerdictBody() implements Body {}

package org.stele.command.custody.confirmdamageacceptance;

import org.stele.web.body.Body;

/** A confirmation; it has nothing to say. */
record ConfirmDamageAcceptanceBody() implements Body {}

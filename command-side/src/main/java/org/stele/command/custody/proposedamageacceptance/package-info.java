/** Somebody proposes that the ledger continues although the event at one position is damaged. */
@NullMarked
package org.stele.command.custody.proposedamageacceptance;

import org.jspecify.annotations.NullMarked;

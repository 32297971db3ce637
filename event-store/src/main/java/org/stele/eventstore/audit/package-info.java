/**
 * The audit that reads a ledger repeatedly while it serves.
 *
 * <p>Uses the check of a whole ledger and the gate. The command side uses it.
 */
@NullMarked
package org.stele.eventstore.audit;

import org.jspecify.annotations.NullMarked;

/**
 * An event as it is stored, the key of the command that caused it, and the exceptions of the ledger.
 *
 * <p>Uses the ledger's arithmetic alone. The whole event store and both sides use it.
 */
@NullMarked
package org.stele.eventstore.event;

import org.jspecify.annotations.NullMarked;

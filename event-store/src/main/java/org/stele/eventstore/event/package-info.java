/**
 * An event as it is stored, what names the command it answers, and the ways in which the ledger refuses.
 *
 * <p>Uses the ledger's arithmetic alone. Everybody else in the event store uses it, and so do both sides.
 */
@NullMarked
package org.stele.eventstore.event;

import org.jspecify.annotations.NullMarked;

/**
 * The store of the sequencer: the ledger's tables in PostgreSQL, fenced between several nodes.
 *
 * <p>Uses the sequencer and rows. The command side starts it.
 */
@NullMarked
package org.stele.eventstore.append.postgres;

import org.jspecify.annotations.NullMarked;

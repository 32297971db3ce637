/**
 * Evidence bundles: what an auditor takes away to verify without the ledger.
 *
 * <p>Uses the log and rows. The query side uses it.
 */
@NullMarked
package org.stele.eventstore.evidence;

import org.jspecify.annotations.NullMarked;

/**
 * Evidence bundles: what an auditor needs to verify without access to the ledger.
 *
 * <p>Uses the log and rows. The query side uses it.
 */
@NullMarked
package org.stele.eventstore.evidence;

import org.jspecify.annotations.NullMarked;

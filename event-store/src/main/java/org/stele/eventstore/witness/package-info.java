/**
 * Witnesses of a log, and how a checkpoint is cosigned by one (C2SP tlog-witness).
 *
 * <p>Uses the ledger's notes and HTTP. The signer uses it.
 */
@NullMarked
package org.stele.eventstore.witness;

import org.jspecify.annotations.NullMarked;

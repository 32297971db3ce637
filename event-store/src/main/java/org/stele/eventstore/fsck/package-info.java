/**
 * The check of a whole ledger against itself and against what was pinned outside.
 *
 * <p>Uses everything that reads. The signer and the audit use parts of it.
 */
@NullMarked
package org.stele.eventstore.fsck;

import org.jspecify.annotations.NullMarked;

/** Values that only a holder of a key outside the ledger can read. */
@NullMarked
package org.stele.events.seal;

import org.jspecify.annotations.NullMarked;

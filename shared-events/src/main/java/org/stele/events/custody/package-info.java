/** Decisions about the keeping of the ledger itself. */
@NullMarked
package org.stele.events.custody;

import org.jspecify.annotations.NullMarked;

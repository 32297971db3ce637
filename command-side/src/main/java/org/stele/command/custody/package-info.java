/** Decisions about the keeping of the ledger itself. */
@NullMarked
package org.stele.command.custody;

import org.jspecify.annotations.NullMarked;

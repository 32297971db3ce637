/** The first registrar of a new ledger. */
@NullMarked
package org.stele.command.access.firstregistrar;

import org.jspecify.annotations.NullMarked;

/** Who may act: accreditations on the ledger, and the accounts that follow them. */
@NullMarked
package org.stele.command.access;

import org.jspecify.annotations.NullMarked;

/** A second person confirms that the ledger continues with the damage of one position. */
@NullMarked
package org.stele.command.custody.confirmdamageacceptance;

import org.jspecify.annotations.NullMarked;

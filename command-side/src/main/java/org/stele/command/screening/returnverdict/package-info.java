/** A reviewer returns a proposed verdict. */
@NullMarked
package org.stele.command.screening.returnverdict;

import org.jspecify.annotations.NullMarked;

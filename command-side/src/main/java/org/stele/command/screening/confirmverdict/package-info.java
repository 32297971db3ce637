/** A reviewer confirms a proposed verdict. */
@NullMarked
package org.stele.command.screening.confirmverdict;

import org.jspecify.annotations.NullMarked;

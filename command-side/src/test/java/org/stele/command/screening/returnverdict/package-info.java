@NullMarked
package org.stele.command.screening.returnverdict;

import org.jspecify.annotations.NullMarked;

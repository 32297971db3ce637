@NullMarked
package org.stele.command.screening.confirmverdict;

import org.jspecify.annotations.NullMarked;

/** A State records what a screener found. */
@NullMarked
package org.stele.command.screening.recordscreeningresult;

import org.jspecify.annotations.NullMarked;

/** A door for tests to what reads screeners' answers. */
@NullMarked
package org.stele.command.screening.recordscreeningresult;

import org.jspecify.annotations.NullMarked;

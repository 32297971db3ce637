/** Confirmed verdicts stop standing because the list or the subject changed. */
@NullMarked
package org.stele.command.screening.reopenscreenings;

import org.jspecify.annotations.NullMarked;

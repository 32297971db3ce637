/** A confirmed verdict stops standing because the list or the subject changed. */
@NullMarked
package org.stele.command.screening.reopenscreening;

import org.jspecify.annotations.NullMarked;

/** Finds the confirmed verdicts that a change of the list or of a subject reopens, and has them reopened. */
@NullMarked
package org.stele.command.screening.reopening;

import org.jspecify.annotations.NullMarked;

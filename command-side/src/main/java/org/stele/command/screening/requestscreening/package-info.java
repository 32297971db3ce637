/** A State asks for a subject to be screened. */
@NullMarked
package org.stele.command.screening.requestscreening;

import org.jspecify.annotations.NullMarked;

/** The registrar loads a version of the list. */
@NullMarked
package org.stele.command.screening.loadlistversion;

import org.jspecify.annotations.NullMarked;

/** The registrar lets a version stand that was held. */
@NullMarked
package org.stele.command.screening.releaselistversion;

import org.jspecify.annotations.NullMarked;
